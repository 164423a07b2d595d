package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What the log knows of a conflict beyond its values: the changes, and who had seen what.
///
/// @param sides one for each alternative, in their order
/// @param before what all of them replaced; none if there was nothing, or not the same
record ConflictFacts(List<Side> sides, Optional<Value> before) {
  /// What is known before the log was read.
  static final ConflictFacts UNKNOWN = new ConflictFacts(List.of(), Optional.empty());

  ConflictFacts {
    sides = List.copyOf(sides);
  }

  /// One alternative.
  ///
  /// @param change that wrote it; none if the log does not have it any more
  /// @param unseen the alternatives of others that its author had not seen
  record Side(Optional<LogEntry> change, List<Unseen> unseen) {
    Side {
      unseen = List.copyOf(unseen);
    }
  }

  /// An alternative that somebody had not seen.
  ///
  /// @param change that wrote it
  /// @param upTo the newest change of that author which they had seen; none if they had seen none
  record Unseen(int alternative, LogEntry change, Optional<LogEntry> upTo) {}

  /// Reads the log: never on the FX thread. Cost: some look-ups for each pair of alternatives.
  static ConflictFacts of(Conflict conflict, ChangeHistory log) {
    List<Optional<LogEntry>> changes =
        conflict.alternatives().stream().map(one -> change(one.dot(), log)).toList();
    List<Side> sides = new ArrayList<>();
    for (int at = 0; at < changes.size(); at++) {
      sides.add(new Side(changes.get(at), unseen(at, conflict.alternatives(), changes, log)));
    }
    return new ConflictFacts(sides, before(conflict, changes, log));
  }

  /// The changes of the alternatives, each once.
  List<LogEntry> changes() {
    return sides.stream().flatMap(side -> side.change().stream()).distinct().toList();
  }

  private static List<Unseen> unseen(
      int at, List<Alternative> alternatives, List<Optional<LogEntry>> changes, ChangeHistory log) {
    List<Unseen> unseen = new ArrayList<>();
    Optional<LogEntry> own = changes.get(at);
    for (int other = 0; own.isPresent() && other < changes.size(); other++) {
      Dot dot = alternatives.get(other).dot();
      Optional<LogEntry> change = changes.get(other);
      if (other != at && change.isPresent() && !own.get().past().contains(dot)) {
        long seen = own.get().past().get(dot.replica());
        Optional<LogEntry> upTo =
            seen == 0 ? Optional.empty() : change(new Dot(dot.replica(), seen), log);
        unseen.add(new Unseen(other, change.get(), upTo));
      }
    }
    return unseen;
  }

  private static Optional<Value> before(
      Conflict conflict, List<Optional<LogEntry>> changes, ChangeHistory log) {
    TreeSet<Dot> common = null;
    for (int at = 0; at < changes.size(); at++) {
      Dot dot = conflict.alternatives().get(at).dot();
      Collection<Dot> replaced = changes.get(at).map(one -> replaced(one, dot)).orElse(List.of());
      if (common == null) {
        common = new TreeSet<>(replaced);
      } else {
        common.retainAll(replaced);
      }
    }
    return common == null || common.size() != 1
        ? Optional.empty()
        : log.written(common).values().stream().findFirst();
  }

  private static Collection<Dot> replaced(LogEntry change, Dot dot) {
    int at = (int) (dot.counter() - change.first());
    return change.operations().get(at) instanceof Operation.Write write
        ? write.supersedes()
        : List.of();
  }

  private static Optional<LogEntry> change(Dot dot, ChangeHistory log) {
    return log.holding(List.of(dot)).stream().findFirst();
  }
}
