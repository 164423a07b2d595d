package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import java.util.List;
import java.util.Optional;

/// What the first change of a replica says beyond its writes: which device it lives on, and perhaps
/// that the workspace is founded. Anywhere else these operations have no effect.
record Opening(Roster roster, Optional<Workspace.Entry> name) {
  private static final Opening NONE = new Opening(Roster.EMPTY, Optional.empty());

  static Opening of(ReplicaId author, long first, HybridTimestamp at, List<Operation> operations) {
    if (first != 1
        || operations.isEmpty()
        || !(operations.getFirst() instanceof Operation.OpenReplica(var device, var deviceName))) {
      return NONE;
    }
    var roster = Roster.EMPTY.with(author, new ReplicaOrigin(device, deviceName));
    if (operations.size() < 2
        || !(operations.get(1) instanceof Operation.FoundWorkspace(var nonce, var name))) {
      return new Opening(roster, Optional.empty());
    }
    var dot = new Dot(author, 2);
    var founder = new Member(device, deviceName, Role.OWNER);
    var founded = roster.with(new Roster.Founding(dot, at, device, nonce)).with(dot, at, founder);
    var slot = new Slot.Field(EntityId.workspace(), FieldNames.NAME);
    var entry = new Workspace.Entry(slot, dot, new Stamped<>(at, Value.of(name)));
    return new Opening(founded, Optional.of(entry));
  }
}
