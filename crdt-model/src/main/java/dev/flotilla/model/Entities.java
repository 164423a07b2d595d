package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// All entities there ever were, and by their side the few that a whole workspace is asked about
/// again and again. Immutable; one more entity costs O(log n).
///
/// @param all by their ids
/// @param contested those with a slot whose siblings disagree
/// @param odd flags with a variant that is gone or not of their type
/// @param linked flags that require others, or once did
/// @param index the ids of all
/// @param frozen those that a newer program wrote about in a way that this one does not understand
record Entities(
    PersistentMap<EntityId, Entity> all,
    PersistentMap<EntityId, Entity> contested,
    PersistentMap<EntityId, Entity> odd,
    PersistentMap<EntityId, Entity> linked,
    EntityIndex index,
    FrozenIds frozen) {
  static final Entities NONE =
      new Entities(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          EntityIndex.of(PersistentMap.empty()),
          FrozenIds.NONE);

  /// The entity, which is empty if nobody ever wrote it.
  Entity get(EntityId id) {
    var entity = all.get(id);
    return entity == null ? Entity.empty(id) : entity;
  }

  /// These but for some.
  Entities without(Collection<EntityId> ids) {
    var fewer = all;
    var fewerContested = contested;
    var fewerOdd = odd;
    var fewerLinked = linked;
    for (var id : ids) {
      fewer = fewer.without(id);
      fewerContested = fewerContested.without(id);
      fewerOdd = fewerOdd.without(id);
      fewerLinked = fewerLinked.without(id);
    }
    return new Entities(
        fewer, fewerContested, fewerOdd, fewerLinked, EntityIndex.of(fewer), frozen);
  }

  Entities with(Entity entity) {
    var id = entity.id();
    var next = all.with(id, entity);
    return new Entities(
        next,
        entity.isContested() ? contested.with(id, entity) : contested.without(id),
        entity.isOdd() ? odd.with(id, entity) : odd.without(id),
        entity.isLinked() ? linked.with(id, entity) : linked,
        next.size() == all.size() ? index : index.with(id, next),
        frozen);
  }

  Entities withFrozen(EntityId id, ReplicaId author) {
    return new Entities(all, contested, odd, linked, index, frozen.with(id, author));
  }

  /// Those that are deleted, of which everybody has seen everything, and that nobody knows more of.
  List<EntityId> disposable(VersionVector everywhere, Roster roster) {
    var found = new ArrayList<EntityId>();
    for (var entity : all.values()) {
      if (entity.isDisposable(everywhere) && !frozen.covers(entity.id(), roster)) {
        found.add(entity.id());
      }
    }
    return found;
  }
}
