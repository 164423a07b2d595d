package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.discovery.Discovery;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.discovery.Sighting;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.pairing.Invitation;
import dev.flotilla.net.pairing.JoinReply;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.session.SyncSession;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// This device on the network: listens, looks for others, and keeps one connection to every
/// reachable member of every workspace it serves. Thread-safe; no method blocks for long.
///
/// [#start] comes first, [#close] last and once.
public final class PeerNetwork implements AutoCloseable {
  private static final long SIGHTING_REPEATS_MILLIS = 5_000;

  private final DeviceIdentity identity;
  private final NetworkOptions options;
  private final AddressBook book;
  private final Discovery discovery;
  private final Timing timing;
  private final long instance;
  private final Map<WorkspaceId, WorkspacePeers> served = new ConcurrentHashMap<>();
  private final Sightings sightings = new Sightings(SIGHTING_REPEATS_MILLIS);
  private final Map<Joining, Thread> joining = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AddressWatch watch = new AddressWatch();
  private volatile @Nullable Listener listener;

  /// Nothing happens before [#start].
  ///
  /// @param wall the clock that people see
  public PeerNetwork(
      DeviceIdentity identity, NetworkOptions options, AddressBook book, InstantSource wall) {
    this(
        identity,
        options,
        book,
        Discovery.of(options.discovery(), options.interfaces()),
        Timing.standard(wall, options.settings().syncInterval()));
  }

  PeerNetwork(
      DeviceIdentity identity,
      NetworkOptions options,
      AddressBook book,
      Discovery discovery,
      Timing timing) {
    this.identity = identity;
    this.options = options;
    this.book = book;
    this.discovery = discovery;
    this.timing = timing;
    this.instance = timing.random().get().nextLong(1, Long.MAX_VALUE);
  }

  /// Takes the port, and begins to answer and to look for others.
  ///
  /// @throws NetworkException if the port is not free
  public void start() throws NetworkException {
    var bound = Listener.bind(options, this::isKnown);
    listener = bound;
    bound.start(
        local(),
        channel ->
            new Connection(
                channel,
                Connection.Side.ANSWERED,
                SyncSession.answer(local().introduction(), timing.session(), local().now()),
                local(),
                id -> Optional.ofNullable(served.get(id))));
    discovery.start(
        identity.id(),
        bound.port(),
        new Discovery.Listener() {
          @Override
          public void seen(Sighting sighting) {
            sighted(sighting);
          }

          @Override
          public void gone(DeviceId device) {
            sightings.remove(device);
          }
        });
    if (options.discovery() != DiscoveryMode.LOOPBACK) {
      watch.start(now -> served.values().forEach(peers -> peers.networkChanged(now)));
    }
  }

  private boolean isKnown(InetAddress address) {
    var host = address.getHostAddress();
    return served.keySet().stream()
        .flatMap(workspace -> book.of(workspace).values().stream())
        .anyMatch(places -> places.stream().anyMatch(place -> place.host().equals(host)));
  }

  /// The port it listens on.
  public int port() {
    var bound = listener;
    if (bound == null) {
      throw new IllegalStateException("not started");
    }
    return bound.port();
  }

  /// Where others may dial this device, for an invitation: hints.
  public List<PeerAddress> addresses() {
    var reachable =
        Discovery.reachable(options.discovery(), options.interfaces()).stream()
            .map(address -> new PeerAddress(address.getHostAddress(), port()))
            .toList();
    return reachable.isEmpty() ? List.of(new PeerAddress("127.0.0.1", port())) : reachable;
  }

  /// Keeps an open workspace in step with its other members from now on.
  public void serve(ReplicaPort port) {
    var peers = new WorkspacePeers(port, local(), book, options.maxPeers());
    if (served.putIfAbsent(port.workspace(), peers) != null) {
      throw new IllegalStateException("served already: " + port.workspace());
    }
    peers.start();
    sightings.all().forEach(peers::sighted);
  }

  /// As if these devices could not be reached: connections to them end, and nobody dials or answers
  /// them. Replaces those of an earlier call. For trials of partitions.
  public void avoid(Set<DeviceId> devices) {
    served.values().forEach(peers -> peers.avoid(devices));
  }

  /// Stops that; waits a moment for the goodbyes. The port gets no calls from here afterwards, but
  /// for changes that are being taken and a list of peers that is being told.
  public void withdraw(WorkspaceId workspace) {
    var peers = served.remove(workspace);
    if (peers != null) {
      peers.close();
      awaitQuiet(List.of(peers));
      peers.abort();
    }
  }

  /// Dials an address for a workspace, again and again, whoever the member there is.
  public void connect(PeerAddress address, WorkspaceId workspace) {
    var peers = served.get(workspace);
    if (peers == null) {
      throw new IllegalStateException("not served: " + workspace);
    }
    peers.dial(address);
  }

  /// Asks the inviter to let this device in. After [JoinReply.Admitted] create the replica,
  /// [#serve] it, and it synchronises; where the inviter was reached is in the address book then.
  public CompletableFuture<JoinReply> join(Invitation invitation) {
    var attempt = new Joining(invitation, local(), sightings::addressesOf);
    var reply = new CompletableFuture<JoinReply>();
    var thread =
        Thread.ofVirtual().name("flotilla-join").unstarted(() -> join(invitation, attempt, reply));
    joining.put(attempt, thread);
    thread.start();
    if (closed.get()) {
      thread.interrupt();
    }
    return reply;
  }

  /// How many connections serve a workspace.
  int connectionCount(WorkspaceId workspace) {
    var peers = served.get(workspace);
    return peers == null ? 0 : peers.connectionCount();
  }

  private void join(Invitation invitation, Joining attempt, CompletableFuture<JoinReply> reply) {
    try {
      var answer = attempt.run(options.discovery() != DiscoveryMode.OFF);
      if (answer.reply() instanceof JoinReply.Admitted) {
        answer
            .reachedAt()
            .ifPresent(
                address -> book.remember(invitation.workspace(), invitation.inviter(), address));
      }
      reply.complete(answer.reply());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      reply.complete(
          new JoinReply.Refused("Flotilla was closed before the other machine answered."));
    } catch (RuntimeException e) {
      reply.completeExceptionally(e);
    } finally {
      joining.remove(attempt);
    }
  }

  /// Says goodbye to all peers and gives the port back; takes a second at most.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    discovery.close();
    watch.close();
    joining.values().forEach(Thread::interrupt);
    var bound = listener;
    if (bound != null) {
      bound.close();
    }
    var all = List.copyOf(served.values());
    served.clear();
    all.forEach(WorkspacePeers::close);
    awaitQuiet(all);
    all.forEach(WorkspacePeers::abort);
    if (bound != null) {
      bound.abort();
    }
  }

  private void awaitQuiet(List<WorkspacePeers> all) {
    var giveUpAt = local().now() + timing.farewellMillis();
    all.forEach(peers -> peers.awaitQuiet(giveUpAt - local().now()));
  }

  private void sighted(Sighting sighting) {
    if (sightings.add(sighting, local().now())) {
      joining.keySet().forEach(attempt -> attempt.sighted(sighting.device()));
      served.values().forEach(peers -> peers.sighted(sighting));
    }
  }

  private LocalDevice local() {
    var bound = listener;
    return new LocalDevice(
        identity,
        options.deviceName(),
        bound == null ? 0 : bound.port(),
        timing,
        options.settings().compression(),
        instance);
  }
}
