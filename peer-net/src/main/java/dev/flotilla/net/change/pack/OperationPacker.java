package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.StateCodec;
import java.util.List;
import java.util.SortedSet;

/// Writes the operations of the changes of a pack; [WriteContext] has the form.
final class OperationPacker {
  private final Columns to;
  private final Replicas replicas;
  private final WriteContext before = new WriteContext();

  OperationPacker(Columns to, Replicas replicas) {
    this.to = to;
    this.replicas = replicas;
  }

  void write(ReplicaId author, Operation operation) {
    if (operation instanceof Operation.Write write) {
      write(write);
    } else {
      var alone = new CanonicalWriter();
      OperationCodec.encode(alone, author, List.of(operation));
      to.shapes().u8(WriteContext.NO_WRITE);
      to.shapes().varint(alone.size());
      to.values().raw(alone.toBytes());
    }
  }

  private void write(Operation.Write write) {
    var slot = write.slot();
    var difference = before.difference(write);
    to.shapes().u8(difference);
    if ((difference & WriteContext.OTHER_TAG) != 0) {
      before.tag = WriteContext.tag(slot);
      to.shapes().u8(before.tag);
    }
    if ((difference & WriteContext.OTHER_KIND) != 0) {
      before.kinds.write(slot.entity().kind(), to);
    }
    if ((difference & WriteContext.OTHER_KEY) != 0) {
      before.keys.write(slot.entity().key(), to);
    }
    if ((difference & WriteContext.OTHER_NAME) != 0) {
      before.names.write(before.nameOf(slot), to);
    }
    if ((difference & WriteContext.OTHER_ELEMENT) != 0) {
      before.elements.write(before.elementOf(slot), to);
    }
    if ((difference & WriteContext.OTHER_VALUE) != 0) {
      StateCodec.VALUE.write(to.values(), write.value());
    }
    dots(write.supersedes(), (difference & WriteContext.OTHER_DOTS) != 0);
    before.name = before.nameOf(slot);
    before.element = before.elementOf(slot);
    before.entity = slot.entity();
    before.value = write.value();
  }

  private void dots(SortedSet<Dot> supersedes, boolean other) {
    if (other) {
      to.shapes().varint(supersedes.size());
    }
    for (var dot : supersedes) {
      if (other) {
        replicas.write(dot.replica(), to);
      }
      to.numbers().varint(Columns.zigzag(dot.counter() - before.counter));
      before.replica = dot.replica();
      before.counter = dot.counter();
    }
    before.dots = supersedes.size();
  }
}
