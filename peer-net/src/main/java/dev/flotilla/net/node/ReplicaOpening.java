package dev.flotilla.net.node;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.store.LoadedLog;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.store.WorkspaceStore;
import java.security.SecureRandom;

/// Puts a replica together around an open store.
final class ReplicaOpening {
  private ReplicaOpening() {}

  /// Loads the state and starts the writer, which owns the store from then on.
  static Replica open(WorkspaceStore store, LocalNode local) throws StoreException {
    var identity = store.identity();
    var log = store.load();
    var alarms = new Alarms();
    for (ChangeRef fork : store.forks()) {
      alarms.fork(fork, log.workspace());
    }
    var parts = parts(store, identity, state(identity, log), alarms, local);
    parts.writer().start();
    return new Replica(parts, local);
  }

  private static ReplicaState state(StoreIdentity identity, LoadedLog log) {
    PersistentMap<ReplicaId, AuthorHead> authors = PersistentMap.empty();
    for (var author : log.authors()) {
      authors = authors.with(author.author(), author);
    }
    return new ReplicaState(
        identity.replica(), authors, log.admissions(), log.workspace(), log.clock());
  }

  private static ReplicaParts parts(
      WorkspaceStore store,
      StoreIdentity identity,
      ReplicaState state,
      Alarms alarms,
      LocalNode local)
      throws StoreException {
    WorkspaceId id = identity.workspace();
    var authoring = new Authoring(id, local.identity(), local.name(), local.clock());
    var publisher = new Publisher();
    return new ReplicaParts(
        id,
        identity.inviter(),
        new ReplicaWriter(id, store, state, publisher),
        store.history(),
        authoring,
        new Receiving(alarms, new SecureRandom()),
        new Inviting(local.identity(), authoring, local.clock()),
        new PeerBoard(local.identity().id(), store.peers()),
        alarms,
        publisher);
  }
}
