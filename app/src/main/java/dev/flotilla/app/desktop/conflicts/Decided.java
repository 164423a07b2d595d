package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.PutBack.Earlier;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A conflict that somebody decided: one write took the place of several that did not agree.
///
/// Of parts that did not fit together it took the place of one of them ([Unfit]). What was settled
/// elsewhere leaves no such write: a circle that ended, a rule that went because its variant had.
///
/// @param change that decided
/// @param dot of the write
/// @param taken what it wrote
/// @param before what it replaced, that which applications had read first
/// @param wasUnfit whether that did not fit to something else
record Decided(
    LogEntry change, Dot dot, Slot slot, Value taken, List<Earlier> before, boolean wasUnfit) {
  /// Changes that are looked through.
  static final int LOOKED_MAX = 2000;

  /// Decisions that are shown.
  static final int FOUND_MAX = 100;

  private static final int PAGE = 500;

  Decided {
    before = List.copyOf(before);
  }

  /// What was found, and in how many changes.
  ///
  /// @param decisions the newest first
  /// @param isMore whether there are older changes that were not looked through
  record Found(List<Decided> decisions, int looked, boolean isMore) {
    Found {
      decisions = List.copyOf(decisions);
    }
  }

  /// The newest decisions. Reads the log: never on the FX thread.
  static Found newest(ChangeHistory log) {
    List<LogEntry> changes = new ArrayList<>();
    LogQuery query = LogQuery.newest(PAGE);
    LogPage page = log.page(query);
    changes.addAll(page.entries());
    while (page.next().isPresent() && changes.size() < LOOKED_MAX) {
      page = log.page(query.behind(page.next().get()));
      changes.addAll(page.entries());
    }
    Unfit unfit = new Unfit(changes);
    List<Decided> found = new ArrayList<>();
    for (LogEntry change : changes) {
      if (found.size() < FOUND_MAX) {
        add(change, log, unfit, found);
      }
    }
    boolean isMore = page.next().isPresent() || found.size() >= FOUND_MAX;
    return new Found(found.subList(0, Math.min(FOUND_MAX, found.size())), changes.size(), isMore);
  }

  private static void add(LogEntry change, ChangeHistory log, Unfit unfit, List<Decided> found) {
    for (int at = 0; at < change.operations().size(); at++) {
      if (!(change.operations().get(at) instanceof Operation.Write write)) {
        continue;
      }
      Dot dot = new Dot(change.author(), change.first() + at);
      if (write.supersedes().size() == 1) {
        unfit
            .replaced(dot)
            .map(before ->
                new Decided(change, dot, write.slot(), write.value(), List.of(before), true))
            .ifPresent(found::add);
      } else if (write.supersedes().size() > 1) {
        Map<Dot, Value> written = log.written(write.supersedes());
        if (written.values().stream().distinct().count() > 1) {
          List<Earlier> before = before(written, log);
          found.add(new Decided(change, dot, write.slot(), write.value(), before, false));
        }
      }
    }
  }

  /// As applications read: what is there before what is not, then the latest.
  private static List<Earlier> before(Map<Dot, Value> written, ChangeHistory log) {
    List<LogEntry> changes = log.holding(written.keySet());
    Comparator<Earlier> byTime =
        Comparator.comparing(earlier -> time(earlier.dot(), changes).orElse(HybridTimestamp.ZERO));
    return written.entrySet().stream()
        .map(one -> new Earlier(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparing((Earlier earlier) -> !earlier.value().isPresent())
                .thenComparing(byTime.thenComparing(Earlier::dot).reversed()))
        .toList();
  }

  private static Optional<HybridTimestamp> time(Dot dot, List<LogEntry> changes) {
    return changes.stream()
        .filter(change ->
            change.author().equals(dot.replica())
                && change.first() <= dot.counter()
                && dot.counter() < change.first() + change.operations().size())
        .map(LogEntry::at)
        .findFirst();
  }

  /// What else was written and can be written again: other values of a field, if they fit.
  List<Value> lost() {
    if (!(slot instanceof Slot.Field) || wasUnfit) {
      return List.of();
    }
    return before.stream()
        .map(Earlier::value)
        .distinct()
        .filter(value -> value.isPresent() && !value.equals(taken))
        .filter(value -> !(value instanceof Value.Position))
        .filter(value -> !(value instanceof Value.Move move) || !isThere(move))
        .toList();
  }

  /// A move that decides is another one than the move that it agrees with.
  private boolean isThere(Value.Move move) {
    return taken instanceof Value.Move now && now.parent().equals(move.parent());
  }

  /// What writes a value that was lost again, answering what `now` has.
  Edit putBack(Workspace now, Value value) {
    return switch (slot) {
      case Slot.Field(var entity, _) when value instanceof Value.Move move ->
          new Edit.MoveFolder(entity.key(), move.parent());
      case Slot.Field field -> Edit.SetField.answering(now, field, value);
      case Slot.Presence _, Slot.Element _ ->
          throw new IllegalArgumentException("no value: " + slot);
    };
  }

  /// What makes it the conflict again that it was; none if somebody wrote there since, or what it
  /// is about is gone.
  Optional<Edit> again(Workspace now) {
    boolean isThere = slot instanceof Slot.Presence || now.exists(slot.entity());
    boolean isOurs = now.register(slot).siblings().keySet().equals(Set.of(dot));
    return !isThere || !isOurs
        ? Optional.empty()
        : Optional.of(new Edit.PutBack(slot, new TreeSet<>(Set.of(dot)), taken, before, wasUnfit));
  }
}
