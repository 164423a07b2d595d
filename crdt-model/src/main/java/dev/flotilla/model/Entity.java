package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.codec.CanonicalWriter;
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

  private final boolean present;

  /// Computed when first asked for, twice if two threads ask at once. Plain fields instead of
  /// [Lazy]: there are as many of these as there are entities, and most are never asked for.
  private volatile @Nullable List<Conflict> conflicts;

  private volatile @Nullable Octets hash;
  private volatile @Nullable View view;

  private Entity(
      EntityId id,
      PersistentMap<Slot, DotFun<Stamped<Value>>> slots,
      PersistentMap<Slot, DotFun<Stamped<Value>>> contested,
      boolean present) {
    this.id = id;
    this.slots = slots;
    this.contested = contested;
    this.present = present;
  }

  static Entity empty(EntityId id) {
    return new Entity(id, PersistentMap.empty(), PersistentMap.empty(), isAlwaysPresent(id));
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
        slot instanceof Slot.Presence ? Contents.isThere(next) || isAlwaysPresent(id) : present);
  }

  /// The workspace itself cannot be deleted, whatever somebody writes.
  private static boolean isAlwaysPresent(EntityId id) {
    return id.kind().equals(EntityId.WORKSPACE);
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
      ConflictFinder.find(slot, siblings(slot)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private Octets computeHash() {
    var to = new CanonicalWriter();
    for (var slot : sortedSlots()) {
      WorkspaceCodec.writeSlot(to, slot, siblings(slot));
    }
    return Octets.of(Sha256.of(to.toBytes()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entity entity && id.equals(entity.id) && slots.equals(entity.slots);
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
