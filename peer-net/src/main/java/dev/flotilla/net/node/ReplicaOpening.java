package dev.flotilla.net.node;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.metrics.Metrics;
import dev.flotilla.net.store.LoadedLog;
import dev.flotilla.net.store.Renewal;
import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreIdentity;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Puts a replica together around an open store.
final class ReplicaOpening {
  private ReplicaOpening() {}

  /// Loads the state and starts the writer, which owns the store from then on.
  static Replica open(ReplicaStore store, LocalNode local, RandomGenerator random)
      throws StoreException {
    var parts =
        parts(
            store,
            surroundings(local, random),
            core -> {
              var writer = new ReplicaWriter(core, local.settings());
              writer.start();
              return writer;
            });
    return new Replica(parts, local, SnapshotFile.beside(store.file()));
  }

  /// This machine as it is.
  static Surroundings surroundings(LocalNode local, RandomGenerator random) {
    var identity = local.identity();
    return new Surroundings(
        new Signatory(identity.key(), identity::sign),
        local.name(),
        local.clock(),
        random,
        ChangeVerifier.ED25519,
        local.settings(),
        System::nanoTime);
  }

  /// Loads the state.
  ///
  /// @param owner takes the core over, as the last thing that is done
  static ReplicaParts parts(
      ReplicaStore store, Surroundings around, Function<ReplicaCore, Writer> owner)
      throws StoreException {
    var identity = store.identity();
    var log = store.load();
    var alarms = new Alarms();
    alarms.forks(log.lineages(), log.workspace());
    for (ChangeRef refused : store.forks()) {
      alarms.tooManyBranches(refused, log.workspace(), log.lineages());
    }
    store
        .renewal()
        .filter(found -> found.isNews(around.clock().instant()) && isWorthTelling(found, log))
        .ifPresent(found -> alarms.renewed(found, identity.replica()));
    var id = identity.workspace();
    var authoring = new Authoring(id, around.device(), around.deviceName(), around.clock());
    var publisher = new Publisher(alarms, state -> isMember(state, around.device().id()));
    var metrics = new Metrics(around.ticker());
    var history = store.history();
    var board = new PeerBoard(around.device().id(), store.peers());
    var core = new ReplicaCore(store, state(identity, log), around.verifier(), metrics, publisher);
    var acknowledgements =
        new Acknowledgements(around.device().id(), store.confirmed(), history::hashOf);
    return new ReplicaParts(
        id,
        identity.inviter(),
        owner.apply(core),
        history,
        authoring,
        new Receiving(
            alarms, PendingLimits.of(around.settings()), around.random(), around.verifier()),
        new Inviting(around.device(), authoring, around.clock()),
        board,
        alarms,
        new Repairs(alarms, publisher),
        acknowledgements,
        publisher,
        new Presences(),
        metrics,
        around.clock());
  }

  /// A copy of a database that has written nothing is no news to anybody.
  private static boolean isWorthTelling(Renewal found, LoadedLog log) {
    return found.cause() == Renewal.Cause.ROLLED_BACK
        || log.authors().stream().anyMatch(head -> head.author().equals(found.before()));
  }

  private static boolean isMember(ReplicaState state, DeviceId device) {
    return state.admissions().roleIn(state.workspace().vector(), device).isPresent();
  }

  private static ReplicaState state(StoreIdentity identity, LoadedLog log) {
    PersistentMap<ReplicaId, AuthorHead> authors = PersistentMap.empty();
    for (var author : log.authors()) {
      authors = authors.with(author.author(), author);
    }
    return new ReplicaState(
        identity.replica(),
        authors,
        log.lineages(),
        log.admissions(),
        log.workspace(),
        log.clock(),
        RecentChanges.NONE);
  }
}
