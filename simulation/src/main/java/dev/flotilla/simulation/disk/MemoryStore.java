package dev.flotilla.simulation.disk;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
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
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.store.StoredInvitation;
import dev.flotilla.net.store.StoredPeer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The model of a store: what the real one does with SQLite, done with lists. A test plays the same
/// trace on both and compares.
final class MemoryStore implements ReplicaStore {
  /// As many proofs of a fork as the product keeps of each author.
  private static final int FORKS_KEPT = 8;

  private final MemoryDisk disk;
  private final MemoryLog log;
  private final History history;
  private boolean dirty;
  private boolean appended;

  MemoryStore(MemoryDisk disk, MemoryLog log) {
    this.disk = disk;
    this.log = log;
    this.history = new MemoryHistory(log);
  }

  @Override
  public StoreIdentity identity() {
    return new StoreIdentity(log.born.workspace(), log.replica, log.born.inviter());
  }

  @Override
  public LoadedLog load() {
    return log.load();
  }

  @Override
  public void append(Change change, AuthorHead after) {
    log.append(change, after);
    appended = true;
    dirty = true;
  }

  @Override
  public LoadedLog split(Split split) {
    log.split(split);
    appended = true;
    dirty = true;
    return log.load();
  }

  @Override
  public void putAway(Collection<EntityId> entities, Workspace before) {
    var all = new HashSet<>(log.away);
    all.addAll(entities);
    log.away = all;
    appended = true;
    dirty = true;
  }

  @Override
  public Workspace recalled(Workspace state, Collection<EntityId> entities) {
    var whole = state;
    for (var id : entities) {
      if (log.away.contains(id)) {
        whole = log.recalling(id).into(whole);
        var fewer = new HashSet<>(log.away);
        fewer.remove(id);
        log.away = fewer;
        appended = true;
        dirty = true;
      }
    }
    return whole;
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
    return log.entry(author, seq).map(entry -> entry.change().hash());
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
    return log.endingAt(author, counter).map(entry -> entry.change().hash());
  }

  @Override
  public Optional<VersionVector> pastEndingAt(ReplicaId author, long counter) {
    return log.endingAt(author, counter).map(entry -> entry.after().past());
  }

  @Override
  public void setReplica(ReplicaId replica) {
    log.replica = replica;
    dirty = true;
  }

  @Override
  public void addInvitation(byte[] secret, Role role, long madeMillis) {
    var all = new ArrayList<>(log.invitations);
    all.add(new StoredInvitation(Octets.of(secret), role, Optional.empty()));
    log.invitations = all;
    dirty = true;
  }

  @Override
  public List<StoredInvitation> invitations() {
    return List.copyOf(log.invitations);
  }

  @Override
  public void useInvitation(byte[] secret, DeviceId device, long usedMillis) {
    var used = Octets.of(secret);
    log.invitations =
        log.invitations.stream()
            .map(invitation ->
                invitation.secret().equals(used)
                    ? new StoredInvitation(used, invitation.role(), Optional.of(device))
                    : invitation)
            .toList();
    dirty = true;
  }

  @Override
  public void putConfirmed(DeviceId device, Heads heads) {
    log.confirmed = log.withConfirmed(device, heads);
    dirty = true;
  }

  @Override
  public Map<DeviceId, Heads> confirmed() {
    return log.confirmedHere();
  }

  @Override
  public void putPeer(StoredPeer peer) {
    log.peers = log.withPeer(peer);
    dirty = true;
  }

  @Override
  public List<StoredPeer> peers() {
    return List.copyOf(log.peers.values());
  }

  @Override
  public void addFork(Change change) {
    var ofAuthor = log.forks.stream().filter(fork -> fork.author().equals(change.author())).count();
    if (ofAuthor < FORKS_KEPT && !log.forks.contains(change)) {
      var all = new ArrayList<>(log.forks);
      all.add(change);
      log.forks = all;
    }
    dirty = true;
  }

  @Override
  public List<ChangeRef> forks() {
    return log.forkedAt();
  }

  @Override
  public Workspace rebuild() {
    dirty = true;
    return log.rebuild();
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public void commit(Workspace state) {
    if (!dirty) {
      return;
    }
    if (appended) {
      log.state = state;
    }
    dirty = false;
    appended = false;
    disk.committed();
  }

  @Override
  public void probe() {
    dirty = true;
  }

  @Override
  public boolean isDirty() {
    return dirty;
  }

  @Override
  public void rollback() {
    if (dirty) {
      dirty = false;
      appended = false;
      disk.rolledBack();
    }
  }

  @Override
  public void close() {
    rollback();
  }
}
