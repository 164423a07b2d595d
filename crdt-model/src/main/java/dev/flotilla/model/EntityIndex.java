package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ids of all entities, present or not, sorted by kind. Snapshots with the same ids share one,
/// so that an ordinary edit sorts nothing.
final class EntityIndex {
  private final Lazy<SortedMap<String, List<EntityId>>> byKind;

  private EntityIndex(Lazy<SortedMap<String, List<EntityId>>> byKind) {
    this.byKind = byKind;
  }

  static EntityIndex of(PersistentMap<EntityId, Entity> entities) {
    return new EntityIndex(new Lazy<>(() -> sort(entities)));
  }

  /// By key.
  List<EntityId> ids(String kind) {
    return byKind.get().getOrDefault(kind, List.of());
  }

  /// By kind, then key.
  List<EntityId> ids() {
    return byKind.get().values().stream().flatMap(List::stream).toList();
  }

  private static SortedMap<String, List<EntityId>> sort(PersistentMap<EntityId, Entity> entities) {
    var byKind = new TreeMap<String, List<EntityId>>();
    for (var id : entities.keys()) {
      byKind.computeIfAbsent(id.kind(), _ -> new ArrayList<>()).add(id);
    }
    byKind.values().forEach(Collections::sort);
    return byKind;
  }
}
