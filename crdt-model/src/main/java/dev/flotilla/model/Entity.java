package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// All slots of one entity, with everything that is derived from them computed on demand and kept.
/// Immutable; a write costs O(log slots).
final class Entity {
  private final EntityId id;
  private final PersistentMap<Slot, DotFun<Stamped<Value>>> slots;

  /// The slots whose siblings disagree: almost always none.
  private final PersistentMap<Slot, DotFun<Stamped<Value>>> contested;

  /// The orders of the rules of a flag, by environment: every position there ever was.
  private final PersistentMap<String, FugueTree> orders;

  private final boolean present;

  /// Whether somebody ever wrote that this requires another.
  private final boolean linked;

  /// Computed when first asked for, twice if two threads ask at once. Plain fields instead of
  /// [Lazy]: there are as many of these as there are entities, and most are never asked for.
  private volatile @Nullable List<Conflict> conflicts;

  private volatile @Nullable Octets hash;
  private volatile @Nullable View view;

  private Entity(
      EntityId id,
      PersistentMap<Slot, DotFun<Stamped<Value>>> slots,
      PersistentMap<Slot, DotFun<Stamped<Value>>> contested,
      PersistentMap<String, FugueTree> orders,
      boolean present,
      boolean linked) {
    this.id = id;
    this.slots = slots;
    this.contested = contested;
    this.orders = orders;
    this.present = present;
    this.linked = linked;
  }

  static Entity empty(EntityId id) {
    return new Entity(
        id,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        isAlwaysPresent(id),
        false);
  }

  EntityId id() {
    return id;
  }

  DotFun<Stamped<Value>> siblings(Slot slot) {
    return slots.getOrDefault(slot, DotFun.empty());
  }

  boolean isPresent() {
    return present;
  }

  void forEachSlot(BiConsumer<Slot, DotFun<Stamped<Value>>> visitor) {
    slots.forEach(visitor);
  }

  int size() {
    return slots.size();
  }

  Iterable<Slot> slots() {
    return slots.keys();
  }

  Entity with(Slot slot, Dot dot, Stamped<Value> stamped, Collection<Dot> supersedes) {
    var next = siblings(slot).written(dot, stamped, supersedes);
    return new Entity(
        id,
        slots.with(slot, next),
        Siblings.disagree(next) ? contested.with(slot, next) : contested.without(slot),
        orders,
        slot instanceof Slot.Presence ? Contents.isThere(next) || isAlwaysPresent(id) : present,
        linked || (slot instanceof Slot.Element(_, var set, _) && set.equals(FieldNames.REQUIRES)));
  }

  /// This entity with one more position in the order of the rules of an environment.
  Entity with(String environment, Dot position, Origin origin) {
    var order = order(environment).with(position, origin);
    return new Entity(id, slots, contested, orders.with(environment, order), present, linked);
  }

  FugueTree order(String environment) {
    return orders.getOrDefault(environment, FugueTree.EMPTY);
  }

  PersistentMap<String, FugueTree> orders() {
    return orders;
  }

  /// What superseded writes left for good, by environment and dot.
  List<Trace> sortedTraces() {
    var traces = new ArrayList<Trace>();
    orders.forEach((environment, order) -> {
      var slot = Trace.orderSlot(id, environment);
      order
          .origins()
          .forEach((dot, origin) -> traces.add(new Trace(slot, dot, new Value.Position(origin))));
    });
    traces.sort(Trace.BY_SLOT);
    return traces;
  }

  /// The workspace itself cannot be deleted, whatever somebody writes.
  private static boolean isAlwaysPresent(EntityId id) {
    return id.kind().equals(EntityId.WORKSPACE);
  }

  boolean isLinked() {
    return linked;
  }

  boolean isContested() {
    return !contested.isEmpty();
  }

  /// In the order of the slots; none if the entity is absent.
  List<Conflict> conflicts() {
    if (contested.isEmpty()) {
      return List.of();
    }
    var known = conflicts;
    if (known == null) {
      known = findConflicts();
      conflicts = known;
    }
    return known;
  }

  /// What people and applications see of this entity.
  View view() {
    var known = view;
    if (known == null) {
      known = View.of(this);
      view = known;
    }
    return known;
  }

  /// SHA-256 over the canonical form of all siblings of all slots.
  Octets hash() {
    var known = hash;
    if (known == null) {
      known = computeHash();
      hash = known;
    }
    return known;
  }

  List<Slot> sortedSlots() {
    var sorted = new ArrayList<Slot>(slots.size());
    slots.keys().forEach(sorted::add);
    Collections.sort(sorted);
    return sorted;
  }

  private List<Conflict> findConflicts() {
    if (!isPresent()) {
      return List.of();
    }
    var sorted = new ArrayList<Slot>(contested.size());
    contested.keys().forEach(sorted::add);
    Collections.sort(sorted);
    var found = new ArrayList<Conflict>();
    for (var slot : sorted) {
      ConflictFinder.find(this, slot, siblings(slot)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private Octets computeHash() {
    var to = new CanonicalWriter();
    for (var slot : sortedSlots()) {
      WorkspaceCodec.writeSlot(to, slot, siblings(slot));
    }
    sortedTraces().forEach(trace -> WorkspaceCodec.writeTrace(to, trace));
    return Octets.of(Sha256.of(to.toBytes()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entity entity
        && id.equals(entity.id)
        && slots.equals(entity.slots)
        && orders.equals(entity.orders);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + slots;
  }
}
