package dev.flotilla.model;

import static dev.flotilla.model.OperationWriter.ADMIT_MEMBER;
import static dev.flotilla.model.OperationWriter.FOUND_WORKSPACE;
import static dev.flotilla.model.OperationWriter.OPEN_REPLICA;
import static dev.flotilla.model.OperationWriter.SAME_ENTITY;
import static dev.flotilla.model.OperationWriter.WRITE;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the operations of one change; see [OperationCodec] for the form.
final class OperationReader {
  private static final int DOT_BYTES_MIN = 2;

  private final ReplicaId author;
  private final List<ReplicaId> replicas;
  private final int lastKnownType;
  private final BitSet used = new BitSet();
  private boolean unknown;
  private @Nullable EntityId previous;

  /// @param lastKnownType the greatest type that means here what this program takes it for
  OperationReader(ReplicaId author, List<ReplicaId> replicas, int lastKnownType) {
    this.author = author;
    this.replicas = replicas;
    this.lastKnownType = lastKnownType;
  }

  Operation read(CanonicalReader from) {
    int start = from.offset();
    int type = from.u8();
    int flags = from.u8();
    byte[] bytes = from.bytes(ModelLimits.CHANGE_BYTES_MAX);
    if (type == 0) {
      throw new MalformedBytesException("operation of type 0", start);
    }
    if (type > lastKnownType) {
      unknown = true;
      return readUnknown(type, flags, bytes, from.offset() - bytes.length);
    }
    if (flags != 0) {
      throw new MalformedBytesException("unknown flags " + flags, start);
    }
    var body = new CanonicalReader(bytes);
    try {
      var operation = readBody(type, body);
      body.end();
      return operation;
    } catch (MalformedBytesException e) {
      int bodyStart = from.offset() - bytes.length;
      throw new MalformedBytesException(e.reason(), bodyStart + e.offset());
    }
  }

  private static Operation readUnknown(int type, int flags, byte[] bytes, int bodyStart) {
    try {
      return new Operation.Unknown(type, flags, Octets.of(bytes));
    } catch (MalformedBytesException e) { // critical, and not about any entity
      throw new MalformedBytesException(e.reason(), bodyStart + e.offset());
    }
  }

  private Operation readBody(int type, CanonicalReader body) {
    return switch (type) {
      case OPEN_REPLICA ->
          new Operation.OpenReplica(StateCodec.DEVICE_KEY.read(body), StateCodec.readKey(body));
      case FOUND_WORKSPACE ->
          new Operation.FoundWorkspace(
              Octets.of(body.raw(Operation.FoundWorkspace.NONCE_BYTES)), StateCodec.readKey(body));
      case ADMIT_MEMBER ->
          new Operation.AdmitMember(
              StateCodec.DEVICE_KEY.read(body), StateCodec.readKey(body), readRole(body));
      case WRITE ->
          new Operation.Write(readSlot(body), StateCodec.VALUE.read(body), readDots(body));
      default -> throw new IllegalStateException("operation of type " + type);
    };
  }

  static Role readRole(CanonicalReader from) {
    int start = from.offset();
    int code = from.u8();
    return Role.parse(code)
        .orElseThrow(() -> new MalformedBytesException("unknown role " + code, start));
  }

  private Slot readSlot(CanonicalReader body) {
    int start = body.offset();
    int tag = body.u8();
    var before = previous;
    if (tag < SAME_ENTITY) {
      var entity = StateCodec.ENTITY.read(body);
      if (entity.equals(before)) {
        throw new MalformedBytesException("entity written twice", start);
      }
      previous = entity;
      return StateCodec.readName(body, tag, entity, start);
    }
    if (before == null) {
      throw new MalformedBytesException("no entity before the first write", start);
    }
    return StateCodec.readName(body, tag - SAME_ENTITY, before, start);
  }

  private SortedSet<Dot> readDots(CanonicalReader body) {
    int count = body.count(DOT_BYTES_MIN);
    var dots = new TreeSet<Dot>();
    for (int i = 0; i < count; i++) {
      int start = body.offset();
      var dot = OperationCodec.dot(readReplica(body), body.varint(), start);
      if (i > 0 && dot.compareTo(dots.last()) <= 0) {
        throw new MalformedBytesException("dots out of order", start);
      }
      dots.add(dot);
    }
    return dots;
  }

  private ReplicaId readReplica(CanonicalReader body) {
    int start = body.offset();
    long index = body.varint();
    if (index == 0) {
      return author;
    }
    if (index > replicas.size()) {
      throw new MalformedBytesException("no replica " + index + " in the table", start);
    }
    used.set((int) (index - 1));
    return replicas.get((int) (index - 1));
  }

  /// Refuses a replica in the table that no dot names: there is one form of a change. What a newer
  /// program's operation needs of the table is not known here.
  void requireAllUsed(int start) {
    int unused = used.nextClearBit(0);
    if (!unknown && unused < replicas.size()) {
      throw new MalformedBytesException(
          "a replica in the table that nothing names: " + replicas.get(unused), start);
    }
  }
}
