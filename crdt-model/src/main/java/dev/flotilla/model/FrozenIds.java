package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The entities that newer programs wrote about in ways that this one does not understand.
/// Immutable; snapshots between which none was added share one, so that an ordinary edit costs
/// nothing here, however many there are.
final class FrozenIds {
  static final FrozenIds NONE = new FrozenIds(PersistentMap.empty());

  private final PersistentMap<EntityId, Boolean> ids;
  private final Lazy<List<EntityId>> sorted;

  private FrozenIds(PersistentMap<EntityId, Boolean> ids) {
    this.ids = ids;
    this.sorted = new Lazy<>(() -> sort(ids));
  }

  FrozenIds with(EntityId id) {
    return isNamed(id) ? this : new FrozenIds(ids.with(id, Boolean.TRUE));
  }

  /// Whether this program may not edit the entity: it is named, or the workspace is.
  boolean covers(EntityId id) {
    return !ids.isEmpty() && (isNamed(id) || isNamed(EntityId.workspace()));
  }

  /// In order. Costs O(n log n), once.
  List<EntityId> list() {
    return sorted.get();
  }

  /// Those that an older snapshot does not name, in no order.
  List<EntityId> since(FrozenIds older) {
    var fresh = new ArrayList<EntityId>();
    if (this != older) {
      for (var id : ids.keys()) {
        if (!older.isNamed(id)) {
          fresh.add(id);
        }
      }
    }
    return fresh;
  }

  private boolean isNamed(EntityId id) {
    return ids.get(id) != null;
  }

  private static List<EntityId> sort(PersistentMap<EntityId, Boolean> ids) {
    var sorted = new ArrayList<EntityId>();
    ids.keys().forEach(sorted::add);
    Collections.sort(sorted);
    return List.copyOf(sorted);
  }
}
