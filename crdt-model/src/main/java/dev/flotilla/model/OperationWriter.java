package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes the operations of one change; see [OperationCodec] for the form.
final class OperationWriter {
  static final int OPEN_REPLICA = 1;
  static final int FOUND_WORKSPACE = 2;
  static final int ADMIT_MEMBER = 3;
  static final int WRITE = 4;

  /// Added to the kind of a slot whose entity is not repeated.
  static final int SAME_ENTITY = 4;

  private static final int NO_FLAGS = 0;

  private final CanonicalWriter to;
  private final ReplicaId author;
  private final Map<ReplicaId, Integer> indices = new HashMap<>();
  private @Nullable EntityId previous;

  OperationWriter(CanonicalWriter to, ReplicaId author) {
    this.to = to;
    this.author = author;
  }

  void writeAll(List<Operation> operations) {
    var others = others(operations);
    indices.put(author, 0);
    to.varint(others.size());
    for (var replica : others) {
      indices.put(replica, indices.size());
      to.replicaId(replica);
    }
    to.varint(operations.size());
    operations.forEach(this::write);
  }

  private SortedSet<ReplicaId> others(List<Operation> operations) {
    var others = new TreeSet<ReplicaId>();
    for (var operation : operations) {
      if (operation instanceof Operation.Write write) {
        write.supersedes().forEach(dot -> others.add(dot.replica()));
      }
    }
    others.remove(author);
    return others;
  }

  private void write(Operation operation) {
    var body = new CanonicalWriter();
    switch (operation) {
      case Operation.OpenReplica(var device, var name) ->
          head(OPEN_REPLICA, NO_FLAGS, body.raw(device.bytes()).utf8(name));
      case Operation.FoundWorkspace(var nonce, var name) ->
          head(FOUND_WORKSPACE, NO_FLAGS, body.raw(nonce.bytes()).utf8(name));
      case Operation.AdmitMember(var device, var name, var role) ->
          head(ADMIT_MEMBER, NO_FLAGS, body.raw(device.bytes()).utf8(name).u8(role.code()));
      case Operation.Write(var slot, var value, var supersedes) -> {
        slot(body, slot);
        StateCodec.VALUE.write(body, value);
        dots(body, supersedes);
        head(WRITE, NO_FLAGS, body);
      }
      case Operation.Unknown(int type, int flags, var bytes) -> {
        if (type <= WRITE) {
          throw new IllegalArgumentException("an operation of a newer format: " + type);
        }
        head(type, flags, body.raw(bytes.bytes()));
      }
    }
  }

  private void head(int type, int flags, CanonicalWriter body) {
    to.u8(type).u8(flags).bytes(body.toBytes());
  }

  private void slot(CanonicalWriter body, Slot slot) {
    int tag = StateCodec.tag(slot);
    if (slot.entity().equals(previous)) {
      body.u8(tag + SAME_ENTITY);
    } else {
      body.u8(tag);
      StateCodec.ENTITY.write(body, slot.entity());
    }
    previous = slot.entity();
    StateCodec.writeName(body, slot);
  }

  private void dots(CanonicalWriter body, SortedSet<Dot> dots) {
    body.varint(dots.size());
    for (var dot : dots) {
      Integer index = indices.get(dot.replica());
      if (index == null) {
        throw new IllegalStateException("a replica that is not in the table: " + dot);
      }
      body.varint(index).varint(dot.counter());
    }
  }
}
