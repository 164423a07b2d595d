package dev.flotilla.net.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What authors meant when they signed, by the hashes of changes instead of names that change: the
/// oracle of the tests with forks.
final class Meanings {
  /// The `index`-th operation of a change.
  private record Step(ChangeHash change, long index) {}

  private final Map<Step, Slot> writes = new HashMap<>();
  private final Set<Step> superseded = new HashSet<>();
  private final Map<Step, Optional<Step>> parents = new HashMap<>();

  /// Remembers what a change means to the machine that has just made it.
  void add(Change change, MemoryLog log) {
    for (var i = 0; i < change.operations().size(); i++) {
      if (change.operations().get(i) instanceof Write write) {
        var step = new Step(change.hash(), i);
        writes.put(step, write.slot());
        write.supersedes().forEach(dot -> superseded.add(step(dot, log)));
        if (write.value() instanceof Value.Position(var origin)) {
          parents.put(step, origin.parent().map(dot -> step(dot, log)));
        }
      }
    }
  }

  /// Checks that exactly those writes are alive in a log with everything that nobody meant to
  /// replace, and that positions hang where they were meant to.
  void check(MemoryLog log) {
    var expected = new HashMap<>(writes);
    superseded.forEach(expected::remove);
    var living = new HashMap<Step, Slot>();
    log.state().forEachEntry((slot, dot, _) -> living.put(step(dot, log), slot));
    living.values().removeIf(slot -> slot.entity().kind().equals("workspace"));
    assertThat(living).isEqualTo(expected);

    var hanging = new HashMap<Step, Optional<Step>>();
    log.state()
        .forEachTrace(trace -> {
          if (trace.value() instanceof Value.Position(var origin)) {
            hanging.put(step(trace.dot(), log), origin.parent().map(dot -> step(dot, log)));
          }
        });
    assertThat(hanging).isEqualTo(parents);
  }

  private static Step step(Dot dot, MemoryLog log) {
    var change = log.holding(dot);
    return new Step(change.hash(), dot.counter() - change.first());
  }
}
