package dev.flotilla.simulation.disk;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Split;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.LoadedLog;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.store.StoredInvitation;
import dev.flotilla.net.store.StoredPeer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A store whose writes pass a [Controller].
record ControlledStore(ReplicaStore store, Controller controller, List<Change> uncommitted)
    implements ReplicaStore {
  ControlledStore(ReplicaStore store, Controller controller) {
    this(store, controller, new ArrayList<>());
  }

  private interface Write {
    void run() throws StoreException;
  }

  private void write(Write write) throws StoreException {
    controller.beforeWrite();
    write.run();
    controller.afterWrite();
  }

  @Override
  public StoreIdentity identity() throws StoreException {
    return store.identity();
  }

  @Override
  public LoadedLog load() throws StoreException {
    return store.load();
  }

  @Override
  public void append(Change change, AuthorHead after) throws StoreException {
    write(() -> store.append(change, after));
    uncommitted.add(change);
  }

  @Override
  public LoadedLog split(Split split) throws StoreException {
    controller.beforeWrite();
    var loaded = store.split(split);
    controller.afterWrite();
    return loaded;
  }

  @Override
  public void putAway(Collection<EntityId> entities, Workspace before) throws StoreException {
    write(() -> store.putAway(entities, before));
  }

  @Override
  public Workspace recalled(Workspace state, Collection<EntityId> entities) throws StoreException {
    controller.requireAlive();
    return store.recalled(state, entities);
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
    controller.requireAlive();
    return store.hashOf(author, seq);
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
    controller.requireAlive();
    return store.hashEndingAt(author, counter);
  }

  @Override
  public Optional<VersionVector> pastEndingAt(ReplicaId author, long counter)
      throws StoreException {
    controller.requireAlive();
    return store.pastEndingAt(author, counter);
  }

  @Override
  public void setReplica(ReplicaId replica) throws StoreException {
    write(() -> store.setReplica(replica));
  }

  @Override
  public void addInvitation(byte[] secret, Role role, long madeMillis) throws StoreException {
    write(() -> store.addInvitation(secret, role, madeMillis));
  }

  @Override
  public List<StoredInvitation> invitations() throws StoreException {
    return store.invitations();
  }

  @Override
  public void useInvitation(byte[] secret, DeviceId device, long usedMillis) throws StoreException {
    write(() -> store.useInvitation(secret, device, usedMillis));
  }

  @Override
  public void putConfirmed(DeviceId device, Heads heads) throws StoreException {
    write(() -> store.putConfirmed(device, heads));
  }

  @Override
  public Map<DeviceId, Heads> confirmed() throws StoreException {
    return store.confirmed();
  }

  @Override
  public void putPeer(StoredPeer peer) throws StoreException {
    write(() -> store.putPeer(peer));
  }

  @Override
  public List<StoredPeer> peers() throws StoreException {
    return store.peers();
  }

  @Override
  public void addFork(Change change) throws StoreException {
    write(() -> store.addFork(change));
  }

  @Override
  public List<ChangeRef> forks() throws StoreException {
    return store.forks();
  }

  @Override
  public Workspace rebuild() throws StoreException {
    return store.rebuild();
  }

  @Override
  public History history() {
    return store.history();
  }

  /// What is committed counts even if the machine goes down before it can say so.
  @Override
  public void commit(Workspace state) throws StoreException {
    controller.beforeWrite();
    store.commit(state);
    if (!uncommitted.isEmpty()) {
      controller.committed(List.copyOf(uncommitted));
      uncommitted.clear();
    }
    controller.afterWrite();
  }

  @Override
  public void probe() throws StoreException {
    write(store::probe);
  }

  @Override
  public boolean isDirty() {
    return store.isDirty();
  }

  @Override
  public void rollback() {
    uncommitted.clear();
    if (!controller.isDead()) {
      store.rollback();
    }
  }

  @Override
  public void close() throws StoreException {
    store.close();
  }
}
