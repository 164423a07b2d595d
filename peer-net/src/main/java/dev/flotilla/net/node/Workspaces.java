package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.store.Salvage;
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
import java.util.function.Function;

/// The open workspaces of a node.
final class Workspaces {
  private final Home home;
  private final LocalNode local;
  private final PeerFile remembered;
  private final SecureRandom random = new SecureRandom();
  private final StoreFiles files;
  private final ConcurrentSkipListMap<WorkspaceId, Replica> open = new ConcurrentSkipListMap<>();
  private final Listeners<Workspaces> listeners = new Listeners<>();

  Workspaces(Home home, LocalNode local, PeerFile remembered) {
    this.home = home;
    this.remembered = remembered;
    this.local = local;
    this.files = new StoreFiles(local.clock(), random);
  }

  /// Opens every database of the home; all of them or none.
  void openAll() throws HomeException {
    try {
      home.glances().forEach(Workspaces::discard);
      for (var file : home.databases()) {
        open(file);
      }
      for (var file : home.unrepaired()) {
        var aside = home.damagedCopies(file).getLast();
        repair(file, aside, new StoreException(Kind.DAMAGED, "The repair was interrupted."));
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
      for (var aside : home.damagedCopies(file)) {
        replica.parts().alarms().kept(aside);
        feedAgain(replica, aside);
      }
    } catch (StoreException e) {
      if (e.kind() == Kind.UNFINISHED) {
        discard(file);
      } else if (e.aside().isEmpty() || !repair(file, e.aside().get(), e)) {
        throw new HomeException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /// Offers what a damaged database holds once more: the repair may have been interrupted, and what
  /// waits there for a change that only peers have is on no other disk. Does not wait for it.
  private void feedAgain(Replica replica, Path aside) throws StoreException {
    try (var salvage = Salvage.of(aside)) {
      var _ = Feeding.into(replica).offer(salvage.next(), salvage);
    }
  }

  /// Goes on with a fresh database after one was found damaged and put aside.
  ///
  /// @return false if nothing in the home tells which devices to trust
  private boolean repair(Path file, Path aside, StoreException damage) throws HomeException {
    var named = Home.workspaceOf(file);
    if (named.isEmpty()) {
      return false;
    }
    var id = named.get();
    try (var salvage = Salvage.of(aside)) {
      var trusted = salvage.inviter().or(() -> remembered.newest(id));
      var first = salvage.next();
      if (first.isEmpty() && trusted.isEmpty()) {
        return false;
      }
      var identity = new StoreIdentity(id, ReplicaId.random(random), trusted);
      var filled = fill(identity, first, salvage);
      if (trusted.isEmpty() && filled.isEmpty()) {
        return false;
      }
      var replica = openRestored(id, home.draft());
      trusted.ifPresent(replica::trust);
      var reason = String.valueOf(damage.getMessage());
      replica.parts().alarms().repaired(aside, replica.changes(), reason);
      if (filled.waiting() > 0) {
        feedAgain(replica, aside);
      }
      return true;
    } catch (StoreException e) {
      throw new HomeException(
          "%s It will be repaired at the next start. %s"
              .formatted(damage.getMessage(), e.getMessage()),
          e);
    } finally {
      discard(home.draft());
    }
  }

  /// @param waiting changes that cannot be taken before others come
  private record Filled(boolean isEmpty, int waiting) {}

  /// Builds a database of what can be read of another one, under a name that nobody opens before it
  /// is complete.
  private Filled fill(StoreIdentity identity, Optional<byte[]> first, Salvage salvage)
      throws StoreException {
    discard(home.draft());
    var draft = files.draft(home.draft(), identity);
    try (var engine = Engine.open(draft, ReplicaOpening.surroundings(local, random))) {
      new Feeding(engine.port(), engine.parts().writer()).all(first, salvage);
      return new Filled(engine.workspace().vector().isEmpty(), engine.pending());
    }
  }

  /// Takes over what is in a backup.
  ///
  /// @param merge whether a workspace that is here already may get the changes that it lacks
  Restored restore(Path backup, boolean merge) throws StoreException {
    var draft = home.draft();
    var identity = files.restore(backup, draft);
    try {
      var present = get(identity.workspace());
      if (present.isEmpty()) {
        return new Restored(openRestored(identity.workspace(), draft), true);
      }
      if (!merge) {
        throw new StoreException(
            Kind.FAILED,
            "This home has the workspace \"%s\" already. With --merge it gets the changes of the backup that it lacks; nothing is overwritten."
                .formatted(present.get().workspace().name()));
      }
      try (var changes = Salvage.of(draft)) {
        Feeding.into(present.get()).all(changes.next(), changes);
      }
      return new Restored(present.get(), false);
    } finally {
      discard(draft);
    }
  }

  /// Opens a copy of a backup that is gone afterwards.
  <T> T look(Path backup, Function<Replica, T> looking) throws StoreException {
    var copy = home.glance(random);
    try {
      var _ = files.restore(backup, copy);
      var replica = files.open(copy, store -> ReplicaOpening.open(store, local, random));
      try {
        return looking.apply(replica);
      } finally {
        replica.close();
      }
    } finally {
      discard(copy);
    }
  }

  private Replica openRestored(WorkspaceId id, Path draft) throws StoreException {
    var file = home.database(id);
    try {
      StoreFiles.adopt(draft, file);
    } catch (IOException e) {
      throw new StoreException(
          Kind.UNWRITABLE, "Cannot write " + file + ": " + Reasons.of(e) + ".", e);
    }
    var replica = files.open(file, store -> ReplicaOpening.open(store, local, random));
    open.put(replica.id(), replica);
    return replica;
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

  /// What a backup was taken over into.
  ///
  /// @param fresh whether the workspace was not here before
  record Restored(Replica replica, boolean fresh) {}
}
