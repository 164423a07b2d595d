package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;

/// All entities there ever were, and by their side the few that a whole workspace is asked about
/// again and again. Immutable; one more entity costs O(log n).
///
/// @param all by their ids
/// @param contested those with a slot whose siblings disagree
/// @param linked flags that require others, or once did
/// @param index the ids of all
record Entities(
    PersistentMap<EntityId, Entity> all,
    PersistentMap<EntityId, Entity> contested,
    PersistentMap<EntityId, Entity> linked,
    EntityIndex index) {
  static final Entities NONE =
      new Entities(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          EntityIndex.of(PersistentMap.empty()));

  /// The entity, which is empty if nobody ever wrote it.
  Entity get(EntityId id) {
    var entity = all.get(id);
    return entity == null ? Entity.empty(id) : entity;
  }

  Entities with(Entity entity) {
    var id = entity.id();
    var next = all.with(id, entity);
    return new Entities(
        next,
        entity.isContested() ? contested.with(id, entity) : contested.without(id),
        entity.isLinked() ? linked.with(id, entity) : linked,
        next.size() == all.size() ? index : EntityIndex.of(next));
  }
}
