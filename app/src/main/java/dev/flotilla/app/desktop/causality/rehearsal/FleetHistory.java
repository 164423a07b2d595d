package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.PastStates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The history of a rehearsal, oldest first, all in memory. Of a query it heeds what a page and its
/// place are, and the entity.
final class FleetHistory implements ChangeHistory {
  private final Supplier<List<LogEntry>> log;

  /// @param log asked each time, in causal order
  FleetHistory(Supplier<List<LogEntry>> log) {
    this.log = log;
  }

  @Override
  public LogPage page(LogQuery query) {
    List<LogEntry> found = new ArrayList<>();
    boolean isReached = query.behind() == null;
    for (LogEntry change : log.get().reversed()) {
      if (isReached && isWanted(change, query)) {
        found.add(change);
        if (found.size() == query.limit()) {
          return new LogPage(found, Optional.of(change.ref()));
        }
      }
      isReached |= change.ref().equals(query.behind());
    }
    return new LogPage(found, Optional.empty());
  }

  private static boolean isWanted(LogEntry change, LogQuery query) {
    return query.entity() == null
        || change.operations().stream()
            .anyMatch(operation ->
                operation instanceof Operation.Write write
                    && write.slot().entity().equals(query.entity()));
  }

  @Override
  public Optional<LogEntry> following(ChangeRef change) {
    List<LogEntry> all = log.get();
    for (int at = 0; at + 1 < all.size(); at++) {
      if (all.get(at).ref().equals(change)) {
        return Optional.of(all.get(at + 1));
      }
    }
    return Optional.empty();
  }

  @Override
  public Map<Dot, Value> written(Collection<Dot> dots) {
    Map<Dot, Value> values = new TreeMap<>();
    for (LogEntry change : log.get()) {
      for (int i = 0; i < change.operations().size(); i++) {
        Dot dot = new Dot(change.author(), change.first() + i);
        if (dots.contains(dot) && change.operations().get(i) instanceof Operation.Write write) {
          values.put(dot, write.value());
        }
      }
    }
    return values;
  }

  @Override
  public List<LogEntry> holding(Collection<Dot> dots) {
    return log.get().stream()
        .filter(change -> dots.stream().anyMatch(dot -> isIn(change, dot)))
        .toList();
  }

  private static boolean isIn(LogEntry change, Dot dot) {
    return change.author().equals(dot.replica())
        && change.first() <= dot.counter()
        && dot.counter() < change.first() + change.operations().size();
  }

  @Override
  public Optional<Workspace> at(VersionVector cut, PastStates.Progress progress) {
    Workspace state = Workspace.EMPTY;
    for (LogEntry change : log.get()) {
      if (cut.contains(new Dot(change.author(), change.first()))) {
        state = state.apply(change.author(), change.first(), change.at(), change.operations());
      }
    }
    return progress.reached(0, 1) ? Optional.of(state) : Optional.empty();
  }

  @Override
  public Optional<Workspace> at(ChangeRef change, PastStates.Progress progress) {
    return log.get().stream()
        .filter(one -> one.ref().equals(change))
        .findFirst()
        .flatMap(one -> at(one.past(), progress));
  }
}
