package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads what [OperationPacker] wrote.
final class OperationUnpacker {
  /// Type, flags and length of an operation.
  private static final int HEAD_BYTES = 3;

  /// The empty table of replicas and the count, which an operation that is encoded alone has around
  /// it and one in a change has not.
  private static final int ALONE_BYTES = 2;

  private static final int DOT_BYTES_MIN = 2;

  private final ColumnReader from;
  private final Replicas replicas;
  private final WriteContext before = new WriteContext();
  private int valueBytes = 1;
  private long bytes;

  OperationUnpacker(ColumnReader from, Replicas replicas) {
    this.from = from;
    this.replicas = replicas;
  }

  /// At least so many bytes take the operations read so far once they are encoded. Few packed bytes
  /// can stand for many.
  long bytes() {
    return bytes;
  }

  Operation read(ReplicaId author) {
    var difference = from.shapes().u8();
    if ((difference & WriteContext.NO_WRITE) == 0) {
      bytes += HEAD_BYTES;
      return write(difference);
    }
    if (difference != WriteContext.NO_WRITE) {
      throw ColumnReader.malformed("neither a write nor none", from.shapes());
    }
    var size = from.size(ModelLimits.CHANGE_BYTES_MAX);
    bytes += Math.max(HEAD_BYTES, size - ALONE_BYTES);
    var alone = new CanonicalReader(from.values().raw(size));
    var operations = OperationCodec.decode(alone, author);
    alone.end();
    if (operations.size() != 1 || operations.getFirst() instanceof Operation.Write) {
      throw ColumnReader.malformed("not one operation", from.values());
    }
    return operations.getFirst();
  }

  private Operation.Write write(int difference) {
    if ((difference & WriteContext.OTHER_TAG) != 0) {
      before.tag = from.shapes().u8();
    }
    entity(difference);
    if ((difference & WriteContext.OTHER_NAME) != 0) {
      before.name = before.names.read(from);
    }
    if ((difference & WriteContext.OTHER_ELEMENT) != 0) {
      before.element = before.elements.read(from);
    }
    if ((difference & WriteContext.OTHER_VALUE) != 0) {
      var start = from.values().offset();
      before.value = StateCodec.VALUE.read(from.values());
      valueBytes = from.values().offset() - start;
    }
    var slot = slot();
    bytes += valueBytes;
    return new Operation.Write(
        slot, before.value, dots((difference & WriteContext.OTHER_DOTS) != 0));
  }

  private void entity(int difference) {
    var kind = before.entity.kind();
    var key = before.entity.key();
    if ((difference & WriteContext.OTHER_KIND) != 0) {
      kind = before.kinds.read(from);
      bytes += ModelLimits.utf8Length(kind);
    }
    if ((difference & WriteContext.OTHER_KEY) != 0) {
      key = before.keys.read(from);
      bytes += ModelLimits.utf8Length(key);
    }
    if ((difference & (WriteContext.OTHER_KIND | WriteContext.OTHER_KEY)) != 0) {
      before.entity = new EntityId(kind, key);
    }
  }

  private Slot slot() {
    return switch (before.tag) {
      case WriteContext.PRESENCE -> new Slot.Presence(before.entity);
      case WriteContext.FIELD -> {
        bytes += ModelLimits.utf8Length(before.name);
        yield new Slot.Field(before.entity, before.name);
      }
      case WriteContext.ELEMENT -> {
        bytes += ModelLimits.utf8Length(before.name) + ModelLimits.utf8Length(before.element);
        yield new Slot.Element(before.entity, before.name, before.element);
      }
      default -> throw ColumnReader.malformed("unknown kind of slot " + before.tag, from.shapes());
    };
  }

  private SortedSet<Dot> dots(boolean other) {
    if (other) {
      before.dots = from.size(from.numbers().remaining());
    } else if (before.dots > 1) {
      throw ColumnReader.malformed("many writes as before", from.shapes());
    }
    var dots = new TreeSet<Dot>();
    for (var i = 0; i < before.dots; i++) {
      if (other) {
        before.replica = replicas.read(from);
      }
      before.counter = from.counterFrom(before.counter);
      var replica = before.replica;
      if (replica == null || before.counter == 0) {
        throw ColumnReader.malformed("no write to supersede", from.numbers());
      }
      dots.add(new Dot(replica, before.counter));
      bytes += DOT_BYTES_MIN;
    }
    return dots;
  }
}
