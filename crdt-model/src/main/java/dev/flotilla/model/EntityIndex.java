package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The ids of all entities, present or not, sorted by kind. Snapshots with the same ids share one,
/// so that an ordinary edit sorts nothing. One with a few more puts them into the sorted lists of
/// its predecessor, if anybody asked that one.
final class EntityIndex {
  /// With more new ids than this, sorting all anew costs less than putting each in its place.
  private static final int ADDED_MAX = 256;

  private final PersistentMap<EntityId, Entity> entities;

  /// The last one before this that was asked, and what has been added since.
  private final @Nullable SortedMap<String, List<EntityId>> base;

  private final List<EntityId> added;
  private volatile @Nullable SortedMap<String, List<EntityId>> byKind;

  private EntityIndex(
      PersistentMap<EntityId, Entity> entities,
      @Nullable SortedMap<String, List<EntityId>> base,
      List<EntityId> added) {
    this.entities = entities;
    this.base = base;
    this.added = added;
  }

  static EntityIndex of(PersistentMap<EntityId, Entity> entities) {
    return new EntityIndex(entities, null, List.of());
  }

  /// The index of these entities, which are those of this one and `id`.
  EntityIndex with(EntityId id, PersistentMap<EntityId, Entity> more) {
    var known = byKind;
    if (known != null) {
      return new EntityIndex(more, known, List.of(id));
    }
    if (base == null || added.size() == ADDED_MAX) {
      return of(more);
    }
    var all = new ArrayList<EntityId>(added.size() + 1);
    all.addAll(added);
    all.add(id);
    return new EntityIndex(more, base, all);
  }

  /// By key.
  List<EntityId> ids(String kind) {
    return byKind().getOrDefault(kind, List.of());
  }

  /// By kind, then key.
  List<EntityId> ids() {
    return byKind().values().stream().flatMap(List::stream).toList();
  }

  private SortedMap<String, List<EntityId>> byKind() {
    var known = byKind;
    if (known == null) {
      known = base == null ? sort(entities) : merge(base, added);
      byKind = known;
    }
    return known;
  }

  private static SortedMap<String, List<EntityId>> sort(PersistentMap<EntityId, Entity> entities) {
    var byKind = new TreeMap<String, List<EntityId>>();
    for (var id : entities.keys()) {
      byKind.computeIfAbsent(id.kind(), _ -> new ArrayList<>()).add(id);
    }
    byKind.values().forEach(Collections::sort);
    return byKind;
  }

  private static SortedMap<String, List<EntityId>> merge(
      SortedMap<String, List<EntityId>> base, List<EntityId> added) {
    var byKind = new TreeMap<>(base);
    var copied = new TreeMap<String, List<EntityId>>();
    for (var id : added) {
      var ids =
          copied.computeIfAbsent(
              id.kind(), kind -> new ArrayList<>(base.getOrDefault(kind, List.of())));
      int at = Collections.binarySearch(ids, id);
      if (at < 0) {
        ids.add(-at - 1, id);
      }
    }
    byKind.putAll(copied);
    return byKind;
  }
}
