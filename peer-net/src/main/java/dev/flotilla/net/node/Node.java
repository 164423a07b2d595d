package dev.flotilla.net.node;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Settings;
import dev.flotilla.net.SettingsException;
import dev.flotilla.net.SettingsFile;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.identity.IdentityException;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// This device with all its workspaces, open: holds the home, keeps the replicas, and talks to the
/// peers. Thread-safe.
public final class Node implements AutoCloseable {
  private final Home home;
  private final LocalNode local;
  private final Workspaces workspaces;
  private final Network network;
  private final Upkeep upkeep;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Node(Home home, LocalNode local, Workspaces workspaces, Network network) {
    this.home = home;
    this.local = local;
    this.workspaces = workspaces;
    this.network = network;
    this.upkeep = new Upkeep(workspaces, local.settings(), local.clock());
  }

  /// Opens a home and everything in it.
  ///
  /// @throws HomeException with one sentence: held by another process, no permission, a damaged
  ///   database or one of a newer program, a port in use. Nothing stays open then.
  public static Node open(NodeOptions options) throws HomeException {
    var home = Home.open(options.home());
    try {
      return open(options, home);
    } catch (HomeException | RuntimeException | Error e) {
      home.close();
      throw e;
    }
  }

  private static Node open(NodeOptions options, Home home) throws HomeException {
    var settings = settings(options, home);
    var identity = identity(home);
    var name = NodeName.of(options.deviceName(), home.folder());
    var network = Network.of(options, settings, home, identity, name);
    var local = new LocalNode(identity, name, options.clock(), settings, network::addresses);
    var workspaces = new Workspaces(home, local, network.book());
    workspaces.openAll();
    try {
      network.start();
      workspaces.all().forEach(replica -> network.serve(replica.link()));
      var node = new Node(home, local, workspaces, network);
      node.upkeep.start();
      return node;
    } catch (HomeException | RuntimeException | Error e) {
      network.close();
      workspaces.closeAll();
      throw e;
    }
  }

  private static Settings settings(NodeOptions options, Home home) throws HomeException {
    if (options.settings().isPresent()) {
      return options.settings().get();
    }
    try {
      return SettingsFile.load(home.folder()).settings();
    } catch (SettingsException e) {
      throw new HomeException(String.valueOf(e.getMessage()), e);
    }
  }

  private static DeviceIdentity identity(Home home) throws HomeException {
    try {
      return DeviceIdentity.loadOrCreate(home.folder());
    } catch (IdentityException e) {
      throw new HomeException(String.valueOf(e.getMessage()), e);
    }
  }

  public DeviceId device() {
    return local.identity().id();
  }

  public DeviceKey deviceKey() {
    return local.identity().key();
  }

  public String deviceName() {
    return local.name();
  }

  /// Where this node listens; 0 if it is offline.
  public int port() {
    return network.port();
  }

  public Path home() {
    return home.folder();
  }

  /// What was set when this node was opened; the home's file may say something else by now.
  public Settings settings() {
    return local.settings();
  }

  LocalNode local() {
    return local;
  }

  /// The open workspaces, by id.
  public List<Replica> replicas() {
    return workspaces.all();
  }

  /// Calls `listener` after a workspace was created or joined, whoever asked for it; [#replicas]
  /// has it then. On the thread that created or joined it, so `listener` must not block.
  public Subscription onReplicas(Runnable listener) {
    return workspaces.onArrival(listener);
  }

  public Optional<Replica> replica(WorkspaceId id) {
    return workspaces.get(id);
  }

  /// Founds a workspace with the environment `production`. See the other method of this name.
  public Replica createWorkspace(String name) {
    return createWorkspace(name, List.of("production"));
  }

  /// Founds a workspace, this device being its owner. Blocks until that is on disk.
  ///
  /// @param environments in the order in which they are listed
  /// @throws IllegalArgumentException with a sentence if a name cannot be used
  /// @throws UncheckedIOException with a sentence if the disk refuses
  public Replica createWorkspace(String name, List<String> environments) {
    var founding =
        Founding.of(name, environments, local.identity().key(), local.name(), workspaces.random());
    try {
      var replica = workspaces.create(founding.id(), Optional.empty());
      var done = new CompletableFuture<EditOutcome>();
      replica.parts().writer().submit(founding.work(replica.parts().authoring(), done));
      if (done.join() instanceof EditOutcome.Refused(var refusal)) {
        workspaces.abandon(replica);
        throw exception(refusal);
      }
      network.serve(replica.link());
      workspaces.tellOfArrival();
      return replica;
    } catch (StoreException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  private static RuntimeException exception(Refusal refusal) {
    return refusal.reason() == Refusal.Reason.STORAGE
        ? new UncheckedIOException(refusal.message(), new IOException(refusal.message()))
        : new IllegalArgumentException(refusal.message());
  }

  /// Joins the workspace of an invitation.
  ///
  /// @return completes when everything that the inviter had is on this disk, or with a sentence
  public CompletableFuture<JoinOutcome> join(Invitation invitation) {
    var present = workspaces.get(invitation.workspace());
    if (present.isPresent() && present.get().workspace().member(device()).isPresent()) {
      return refused(
          "This device has the workspace \"%s\" already.".formatted(invitation.workspaceName()));
    }
    return new Joining(workspaces, network).join(invitation);
  }

  /// Takes over what is in a backup that [Replica#backup] wrote: as a workspace that was not here,
  /// under a replica id that was never used, or into the one that is here.
  ///
  /// @param merge whether a workspace that is here already may get the changes that it lacks;
  ///   nothing of it is overwritten
  /// @throws UncheckedIOException with a sentence if the file is no sound backup, if the workspace
  ///   is here and `merge` is false, or if the disk refuses. Nothing was changed then.
  public Replica restore(Path backup, boolean merge) {
    try {
      var restored = workspaces.restore(backup.toAbsolutePath(), merge);
      if (restored.fresh()) {
        network.serve(restored.replica().link());
        workspaces.tellOfArrival();
      }
      return restored.replica();
    } catch (StoreException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  /// Looks at what is in a backup that [Replica#backup] wrote, which may be that of another
  /// machine. Nothing is taken over. Checks all of it, so never on a thread that must not wait.
  ///
  /// @param has what is known already, and not told again
  /// @throws UncheckedIOException with a sentence if the file is no sound backup
  public BackedUp look(Path backup, VersionVector has) {
    try {
      return workspaces.look(backup.toAbsolutePath(), replica -> BackedUp.of(replica, has));
    } catch (StoreException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  static CompletableFuture<JoinOutcome> refused(String sentence) {
    return CompletableFuture.completedFuture(new JoinOutcome.Refused(sentence));
  }

  /// Dials an address for every workspace from now on, also after a restart.
  public void addPeer(PeerAddress address) {
    network.addPeer(address, workspaces.all());
  }

  /// As if these devices could not be reached by the workspaces that are open, until this is called
  /// again. For trials of partitions.
  public void avoid(Set<DeviceId> devices) {
    network.avoid(devices);
  }

  /// Says goodbye to the peers, commits what is queued, closes the databases and gives the home
  /// free.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      upkeep.close();
      network.close();
      workspaces.closeAll();
      home.close();
    }
  }
}
