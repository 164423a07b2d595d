package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A field about which somebody decided: one write took the place of several values.
///
/// @param change that decided
/// @param taken what it took
/// @param lost what else had been written
record Decided(LogEntry change, Slot.Field slot, Value taken, List<Value> lost) {
  /// Changes that are looked through.
  static final int LOOKED_MAX = 2000;

  private static final int PAGE = 500;
  private static final int FOUND_MAX = 100;

  Decided {
    lost = List.copyOf(lost);
  }

  /// The newest decisions, newest first. Reads the log: never on the FX thread.
  static List<Decided> newest(ChangeHistory log) {
    List<Decided> found = new ArrayList<>();
    LogQuery query = LogQuery.newest(PAGE);
    LogPage page = log.page(query);
    for (int looked = PAGE; ; looked += PAGE) {
      page.entries().forEach(change -> add(change, log, found));
      if (page.next().isEmpty() || looked >= LOOKED_MAX || found.size() >= FOUND_MAX) {
        return found;
      }
      page = log.page(query.behind(page.next().get()));
    }
  }

  private static void add(LogEntry change, ChangeHistory log, List<Decided> found) {
    for (Operation operation : change.operations()) {
      if (operation instanceof Operation.Write(Slot.Field slot, Value value, var replaced)
          && replaced.size() > 1) {
        List<Value> lost = lost(value, replaced, log);
        if (!lost.isEmpty()) {
          found.add(new Decided(change, slot, value, lost));
        }
      }
    }
  }

  private static List<Value> lost(Value taken, SortedSet<Dot> replaced, ChangeHistory log) {
    Map<Dot, Value> written = log.written(replaced);
    List<Value> values = written.values().stream().distinct().toList();
    return values.size() < 2
        ? List.of()
        : values.stream()
            .filter(value -> !value.equals(taken) && value.isPresent())
            .filter(value -> !(value instanceof Value.Position) && !(value instanceof Value.Move))
            .toList();
  }
}
