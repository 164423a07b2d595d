package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreException.Kind;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The open workspaces of a node.
final class Workspaces {
  private final Home home;
  private final LocalNode local;
  private final SecureRandom random = new SecureRandom();
  private final StoreFiles files;
  private final ConcurrentSkipListMap<WorkspaceId, Replica> open = new ConcurrentSkipListMap<>();
  private final Listeners<Workspaces> listeners = new Listeners<>();

  Workspaces(Home home, LocalNode local) {
    this.home = home;
    this.local = local;
    this.files = new StoreFiles(local.clock(), random);
  }

  /// Opens every database of the home; all of them or none.
  void openAll() throws HomeException {
    try {
      for (var file : home.databases()) {
        open(file);
      }
    } catch (HomeException | RuntimeException | Error e) {
      closeAll();
      throw e;
    }
  }

  private void open(Path file) throws HomeException {
    try {
      var replica = files.open(file, store -> ReplicaOpening.open(store, local, random));
      open.put(replica.id(), replica);
    } catch (StoreException e) {
      if (e.kind() != Kind.UNFINISHED) {
        throw new HomeException(String.valueOf(e.getMessage()), e);
      }
      discard(file);
    }
  }

  /// Makes a database for a workspace that is not in this home yet.
  ///
  /// @param inviter whom to trust until the members are known; empty for a workspace that is
  ///   founded here
  Replica create(WorkspaceId id, Optional<DeviceId> inviter) throws StoreException {
    var store =
        files.create(home.database(id), new StoreIdentity(id, ReplicaId.random(random), inviter));
    var replica = ReplicaOpening.open(store, local, random);
    open.put(id, replica);
    return replica;
  }

  /// Forgets a workspace that could not be founded.
  void abandon(Replica replica) {
    open.remove(replica.id());
    replica.close();
    discard(home.database(replica.id()));
  }

  private static void discard(Path file) {
    try {
      StoreFiles.discard(file);
    } catch (IOException e) {
      System.getLogger(Workspaces.class.getName())
          .log(Level.WARNING, "Cannot remove the unfinished {0}: {1}", file, Reasons.of(e));
    }
  }

  Optional<Replica> get(WorkspaceId id) {
    return Optional.ofNullable(open.get(id));
  }

  List<Replica> all() {
    return List.copyOf(open.values());
  }

  /// Calls `listener` when a workspace is there to be used that was not there before.
  Subscription onArrival(Runnable listener) {
    return listeners.add(_ -> listener.run());
  }

  /// A workspace that was made is founded, or has what its inviter had.
  void tellOfArrival() {
    listeners.tell(this);
  }

  void closeAll() {
    all().forEach(Replica::close);
    open.clear();
  }

  SecureRandom random() {
    return random;
  }
}
