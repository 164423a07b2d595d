package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The content of an entity in as few bytes as can be read quickly: what a store keeps, and how
/// entities that nobody edits lie in memory. A flag of a dozen slots takes about 250 bytes, a tenth
/// of its content as objects.
///
/// The form: 1 if present, plus 2 if linked, plus 4 if contested, plus 8 if a variant is odd;
/// replicas; timestamps; the least counter; slots in their order with their siblings, which name
/// replica and timestamp by number and their counter by its distance to the least; orders of rules.
/// Local to one database: it may change with the program, and is no part of any digest.
final class EntityPacking {
  /// Entities with more slots are kept as they are: an edit would copy all of them.
  static final int SLOTS_MAX = 256;

  private static final int PRESENT = 1;
  private static final int LINKED = 2;
  private static final int CONTESTED = 4;
  private static final int ODD = 8;
  private static final int ALL_FLAGS = PRESENT | LINKED | CONTESTED | ODD;

  private static final int TIMESTAMP_BYTES = 8;
  private static final int SLOT_BYTES_MIN = 6;
  private static final int SIBLING_BYTES_MIN = 4;
  private static final int POSITION_BYTES_MIN = 3;

  private EntityPacking() {}

  /// What stands for what is repeated.
  private record Numbers(
      Map<ReplicaId, Integer> replicas, Map<HybridTimestamp, Integer> times, long least) {}

  static byte[] pack(Entity entity, EntityContent content) {
    var replicas = new LinkedHashMap<ReplicaId, Integer>();
    var times = new LinkedHashMap<HybridTimestamp, Integer>();
    long least = Long.MAX_VALUE;
    for (var siblings : content.slots().values()) {
      for (var sibling : siblings.entries()) {
        replicas.putIfAbsent(sibling.dot().replica(), replicas.size());
        times.putIfAbsent(sibling.value().at(), times.size());
        least = Math.min(least, sibling.dot().counter());
      }
    }
    content
        .orders()
        .values()
        .forEach(order ->
            order
                .origins()
                .forEach((dot, _) -> replicas.putIfAbsent(dot.replica(), replicas.size())));
    var to = new CanonicalWriter();
    to.u8(
        (entity.isPresent() ? PRESENT : 0)
            | (entity.isLinked() ? LINKED : 0)
            | (entity.isContested() ? CONTESTED : 0)
            | (entity.isOdd() ? ODD : 0));
    to.varint(replicas.size());
    replicas.keySet().forEach(to::replicaId);
    to.varint(times.size());
    times.keySet().forEach(at -> Canonical.HYBRID_TIMESTAMP.write(to, at));
    to.varint(least);
    writeSlots(to, content, new Numbers(replicas, times, least));
    writeOrders(to, content, replicas);
    return to.toBytes();
  }

  private static void writeSlots(CanonicalWriter to, EntityContent content, Numbers numbers) {
    to.varint(content.slots().size());
    var sorted = new ArrayList<Slot>(content.slots().size());
    content.slots().keys().forEach(sorted::add);
    sorted.sort(null);
    for (var slot : sorted) {
      var siblings = content.siblings(slot);
      to.u8(StateCodec.tag(slot));
      StateCodec.writeName(to, slot);
      to.varint(siblings.size());
      for (var sibling : siblings.entries()) {
        to.varint(numbers.replicas().getOrDefault(sibling.dot().replica(), 0));
        to.varint(sibling.dot().counter() - numbers.least());
        to.varint(numbers.times().getOrDefault(sibling.value().at(), 0));
        StateCodec.VALUE.write(to, sibling.value().value());
      }
    }
  }

  private static void writeOrders(
      CanonicalWriter to, EntityContent content, Map<ReplicaId, Integer> replicas) {
    to.varint(content.orders().size());
    content
        .orders()
        .forEach((environment, order) -> {
          to.utf8(environment);
          to.varint(order.origins().size());
          order
              .origins()
              .forEach((dot, origin) -> {
                to.varint(replicas.getOrDefault(dot.replica(), 0)).varint(dot.counter());
                StateCodec.VALUE.write(to, new Value.Position(origin));
              });
        });
  }

  static boolean isPresent(byte[] packed) {
    return (flags(packed) & PRESENT) != 0;
  }

  static boolean isLinked(byte[] packed) {
    return (flags(packed) & LINKED) != 0;
  }

  static boolean isContested(byte[] packed) {
    return (flags(packed) & CONTESTED) != 0;
  }

  static boolean isOdd(byte[] packed) {
    return (flags(packed) & ODD) != 0;
  }

  private static int flags(byte[] packed) {
    if (packed.length == 0 || packed[0] < 0 || packed[0] > ALL_FLAGS) {
      throw new MalformedBytesException("no packed entity", 0);
    }
    return packed[0];
  }

  /// Visits the slots in their order, without building anything that stays.
  static void forEachSlot(
      EntityId id, byte[] packed, BiConsumer<Slot, DotFun<Stamped<Value>>> visitor) {
    new Reading(id, packed).slots(visitor);
  }

  static EntityContent unpack(EntityId id, byte[] packed) {
    var slots = new PersistentMap.Builder<Slot, DotFun<Stamped<Value>>>();
    var contested = new PersistentMap.Builder<Slot, DotFun<Stamped<Value>>>();
    var reading = new Reading(id, packed);
    reading.slots((slot, siblings) -> {
      slots.put(slot, siblings);
      if (Siblings.disagree(siblings)) {
        contested.put(slot, siblings);
      }
    });
    var all = slots.build();
    return new EntityContent(all, contested.build(), OddVariants.of(id, all), reading.orders());
  }

  /// One pass over packed bytes.
  private static final class Reading {
    private final EntityId id;
    private final CanonicalReader from;
    private final List<ReplicaId> replicas = new ArrayList<>();
    private final List<HybridTimestamp> times = new ArrayList<>();
    private final long least;

    Reading(EntityId id, byte[] packed) {
      this.id = id;
      this.from = new CanonicalReader(packed);
      from.u8();
      for (int left = from.count(ReplicaId.BYTES); left > 0; left--) {
        replicas.add(from.replicaId());
      }
      for (int left = from.count(TIMESTAMP_BYTES); left > 0; left--) {
        times.add(Canonical.HYBRID_TIMESTAMP.read(from));
      }
      least = from.varint();
    }

    void slots(BiConsumer<Slot, DotFun<Stamped<Value>>> visitor) {
      for (int left = from.count(SLOT_BYTES_MIN); left > 0; left--) {
        int start = from.offset();
        var slot = StateCodec.readName(from, from.u8(), id, start);
        visitor.accept(slot, siblings());
      }
    }

    private DotFun<Stamped<Value>> siblings() {
      int start = from.offset();
      int count = from.count(SIBLING_BYTES_MIN);
      var siblings = new ArrayList<Dotted<Stamped<Value>>>(count);
      try {
        for (int i = 0; i < count; i++) {
          var replica = one(replicas);
          var dot = new Dot(replica, Math.addExact(least, from.varint()));
          var at = one(times);
          siblings.add(new Dotted<>(dot, new Stamped<>(at, StateCodec.VALUE.read(from))));
        }
        return count == 1
            ? DotFun.of(siblings.getFirst().dot(), siblings.getFirst().value())
            : new DotFun<>(siblings);
      } catch (ArithmeticException | IllegalArgumentException _) {
        throw new MalformedBytesException("no siblings of one slot", start);
      }
    }

    PersistentMap<String, FugueTree> orders() {
      PersistentMap<String, FugueTree> orders = PersistentMap.empty();
      for (int left = from.count(2); left > 0; left--) {
        var environment = from.utf8();
        var order = FugueTree.EMPTY;
        for (int i = from.count(POSITION_BYTES_MIN); i > 0; i--) {
          int start = from.offset();
          var replica = one(replicas);
          long counter = from.varint();
          if (counter < 1) {
            throw new MalformedBytesException("counter below 1", start);
          }
          var dot = new Dot(replica, counter);
          if (!(StateCodec.VALUE.read(from) instanceof Value.Position(var origin))) {
            throw new MalformedBytesException("no position", start);
          }
          order = order.with(dot, origin);
        }
        orders = orders.with(environment, order);
      }
      return orders;
    }

    private <T> T one(List<T> of) {
      int start = from.offset();
      long number = from.varint();
      if (number >= of.size()) {
        throw new MalformedBytesException("no number " + number, start);
      }
      return of.get((int) number);
    }
  }
}
