package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A machine with a database that can be copied, for tests: makes random edits of what it has, and
/// takes a fresh replica id when it meets a change under its own that it did not make.
final class Machine {
  private final TestDevice device;
  private final MemoryLog log;
  private final Meanings meanings;
  private final Random random;
  private ReplicaId own;

  Machine(TestDevice device, MemoryLog log, ReplicaId own, Meanings meanings, Random random) {
    this.meanings = meanings;
    this.device = device;
    this.log = log;
    this.own = own;
    this.random = random;
  }

  MemoryLog log() {
    return log;
  }

  /// Another machine with a copy of the database. Neither knows of the other.
  Machine copy() {
    return new Machine(device, log.copy(), own, meanings, random);
  }

  /// Takes the first of the other one's changes, up to so many.
  void takeFrom(Machine other, int count) {
    other.log.all().stream().limit(count).forEach(this::take);
  }

  private void take(Change change) {
    if (log.take(change) instanceof Verdict.Applicable && change.author().equals(own)) {
      own = ReplicaId.random(random);
    }
  }

  /// One change with up to three operations.
  void edit() {
    var operations = new ArrayList<Operation>();
    if (log.head(own).isEmpty()) {
      operations.add(new Operation.OpenReplica(device.key(), device.name()));
    }
    for (var i = random.nextInt(3); i >= 0; i--) {
      operations.add(operation("flag" + random.nextInt(2), operations.size()));
    }
    var change = log.author(device, own, operations.toArray(Operation[]::new));
    meanings.add(change, log);
  }

  private Operation operation(String flag, int before) {
    return switch (random.nextInt(4)) {
      case 0 -> Writes.create(flag);
      case 1 -> Writes.describe(flag, "text " + random.nextInt(100), seen(flag));
      case 2 -> Writes.place(flag, position(flag));
      // The greatest number that nobody refuses.
      default ->
          Writes.move(
              "folder" + random.nextInt(2),
              log.lineages().count(log.state().vector()) + before + 1);
    };
  }

  /// Some of the descriptions that are there.
  private Dot[] seen(String flag) {
    var slot = new Slot.Field(EntityId.flag(flag), FieldNames.DESCRIPTION);
    var dots = new ArrayList<Dot>();
    log.state()
        .forEachEntry((at, dot, _) -> {
          if (at.equals(slot) && random.nextInt(4) > 0) {
            dots.add(dot);
          }
        });
    return dots.toArray(Dot[]::new);
  }

  private Optional<Dot> position(String flag) {
    var positions = new ArrayList<Trace>();
    log.state()
        .forEachTrace(trace -> {
          if (trace.value() instanceof Value.Position
              && trace.slot().entity().equals(EntityId.flag(flag))) {
            positions.add(trace);
          }
        });
    return positions.isEmpty()
        ? Optional.empty()
        : Optional.of(List.copyOf(positions).get(random.nextInt(positions.size())).dot());
  }
}
