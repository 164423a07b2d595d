package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/// All slots of one entity, with everything that is derived from them computed on demand and kept.
/// Immutable; a write costs O(log slots).
final class Entity {
  private final EntityId id;
  private final PersistentMap<Slot, Siblings> slots;

  /// The slots whose siblings disagree: almost always none.
  private final PersistentMap<Slot, Siblings> contested;

  private final boolean present;
  private final Lazy<List<Conflict>> conflicts = new Lazy<>(this::findConflicts);
  private final Lazy<Octets> hash = new Lazy<>(this::computeHash);
  private final Lazy<View> view = new Lazy<>(() -> View.of(this));

  private Entity(
      EntityId id,
      PersistentMap<Slot, Siblings> slots,
      PersistentMap<Slot, Siblings> contested,
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

  Siblings siblings(Slot slot) {
    return slots.getOrDefault(slot, Siblings.NONE);
  }

  boolean isPresent() {
    return present;
  }

  void forEachSlot(BiConsumer<Slot, Siblings> visitor) {
    slots.forEach(visitor);
  }

  int size() {
    return slots.size();
  }

  Iterable<Slot> slots() {
    return slots.keys();
  }

  Entity with(Slot slot, Sibling sibling, Collection<Dot> supersedes) {
    var next = siblings(slot).with(sibling, supersedes);
    return new Entity(
        id,
        slots.with(slot, next),
        next.disagree() ? contested.with(slot, next) : contested.without(slot),
        slot instanceof Slot.Presence ? next.anyTrue() || isAlwaysPresent(id) : present);
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
    return contested.isEmpty() ? List.of() : conflicts.get();
  }

  /// What people and applications see of this entity.
  View view() {
    return view.get();
  }

  /// SHA-256 over the canonical form of all siblings of all slots.
  Octets hash() {
    return hash.get();
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
