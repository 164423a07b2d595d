package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;

/// Puts a workspace together from what a store kept of it: entities in their packed form, which are
/// not even looked into, and single entries and traces of the others. For one thread.
public final class Restoring {
  private final PersistentMap.Builder<EntityId, Entity> all = new PersistentMap.Builder<>();
  private final PersistentMap.Builder<EntityId, Entity> contested = new PersistentMap.Builder<>();
  private final PersistentMap.Builder<EntityId, Entity> odd = new PersistentMap.Builder<>();
  private final PersistentMap.Builder<EntityId, Entity> linked = new PersistentMap.Builder<>();
  private final Fold rest = new Fold(Workspace.EMPTY);

  /// An entity as [Workspace#packed] gave it. No entry or trace of it may be added besides, moves
  /// of folders aside.
  ///
  /// @param packed kept; nobody may change it
  /// @throws dev.flotilla.crdt.codec.MalformedBytesException if it cannot be one
  public Restoring add(EntityId id, byte[] packed) {
    var entity = Entity.of(id, packed);
    all.put(id, entity);
    if (entity.isContested()) {
      contested.put(id, entity);
    }
    if (entity.isOdd()) {
      odd.put(id, entity);
    }
    if (entity.isLinked()) {
      linked.put(id, entity);
    }
    return this;
  }

  /// One sibling of one slot.
  public Restoring add(Workspace.Entry entry) {
    rest.restore(entry);
    return this;
  }

  /// What a write left for good.
  public Restoring add(Trace trace) {
    rest.leave(trace);
    return this;
  }

  /// An entity that somebody wrote about in a way that this program does not understand.
  public Restoring addFrozen(EntityId id, ReplicaId author) {
    rest.freeze(id, author);
    return this;
  }

  /// The workspace that was put together.
  public Workspace workspace(VersionVector vector, Roster roster) {
    var single = rest.result(vector, roster);
    var entities = single.entityStore();
    for (var entity : entities.all().values()) {
      all.put(entity.id(), entity);
    }
    for (var entity : entities.contested().values()) {
      contested.put(entity.id(), entity);
    }
    for (var entity : entities.odd().values()) {
      odd.put(entity.id(), entity);
    }
    for (var entity : entities.linked().values()) {
      linked.put(entity.id(), entity);
    }
    var together = all.build();
    return new Workspace(
        vector,
        roster,
        new Entities(
            together,
            contested.build(),
            odd.build(),
            linked.build(),
            EntityIndex.of(together),
            entities.frozen()),
        single.folderTree(),
        BucketSums.NONE.followedBy(together));
  }
}
