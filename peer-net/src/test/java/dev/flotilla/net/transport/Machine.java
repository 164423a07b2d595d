package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Settings;
import dev.flotilla.net.SettingsException;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.discovery.Sighting;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.session.FakeReplica;
import dev.flotilla.net.session.SessionLimits;
import dev.flotilla.net.wire.Message;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// A device on 127.0.0.1 with a replica in memory.
final class Machine implements AutoCloseable {
  /// Waits that keep tests short.
  static final Timing TIMING = timing(SessionLimits.DEFAULT);

  final DeviceIdentity identity;
  final FakeReplica replica;
  final FakeDiscovery discovery = new FakeDiscovery();
  final Book book = new Book();
  final PeerNetwork network;

  private Machine(DeviceIdentity identity, FakeReplica replica, Timing timing, int maxPeers)
      throws SettingsException {
    this.identity = identity;
    this.replica = replica;
    this.network =
        new PeerNetwork(
            identity,
            new NetworkOptions(
                0,
                DiscoveryMode.LOOPBACK,
                "machine " + replica.replicaId().low(),
                Settings.parse("peers.maximum = " + maxPeers)),
            book,
            discovery,
            timing);
  }

  static Timing timing(SessionLimits limits) {
    return timing(limits, Backoff.between(10, 100));
  }

  static Timing timing(SessionLimits limits, Backoff backoff) {
    return new Timing(
        limits,
        backoff,
        5_000,
        1_000,
        500,
        InstantSource.system(),
        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
        ThreadLocalRandom::current);
  }

  /// Listens, and serves a replica with this number.
  static Machine start(Path home, long number) throws Exception {
    return start(home, number, TIMING);
  }

  static Machine start(Path home, long number, Timing timing) throws Exception {
    return start(home, number, timing, Settings.DEFAULT.peersMaximum());
  }

  static Machine start(Path home, long number, Timing timing, int maxPeers) throws Exception {
    var folder = Files.createDirectories(home.resolve("machine" + number));
    var machine =
        new Machine(DeviceIdentity.loadOrCreate(folder), new FakeReplica(number), timing, maxPeers);
    machine.network.start();
    return machine;
  }

  /// An address where nobody listened a moment ago.
  static PeerAddress addressOfNobody() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return new PeerAddress("127.0.0.1", socket.getLocalPort());
    }
  }

  /// Everybody is a member everywhere.
  static void befriend(Machine... machines) {
    for (var one : machines) {
      for (var other : machines) {
        one.replica.admitting(other.id());
      }
    }
  }

  Machine serve() {
    network.serve(replica);
    return this;
  }

  DeviceId id() {
    return identity.id();
  }

  PeerAddress address() {
    return new PeerAddress("127.0.0.1", network.port());
  }

  Sighting sighting() {
    return new Sighting(id(), List.of(address()));
  }

  void dial(Machine other) {
    network.connect(other.address(), FakeReplica.WORKSPACE);
  }

  int connections() {
    return network.connectionCount(FakeReplica.WORKSPACE);
  }

  /// Others that were told to leave end after their farewell, which changes nothing that anybody is
  /// told of.
  void awaitOneConnection() {
    awaitConnections(1);
  }

  void awaitConnections(int count) {
    var giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (connections() != count) {
      if (System.nanoTime() > giveUpAt) {
        throw new AssertionError(connections() + " connections");
      }
      Thread.onSpinWait();
    }
  }

  void awaitInSync(Machine other) {
    replica.await(
        id().shortName() + " is in sync with " + other.id().shortName(),
        _ -> stateOf(other) == PeerState.IN_SYNC);
  }

  PeerStatus awaitState(DeviceId other, PeerState state) {
    replica.await(
        "the peer is " + state,
        now -> now.peers().stream().anyMatch(peer -> is(peer, other) && peer.state() == state));
    return replica.peers().stream().filter(peer -> is(peer, other)).findFirst().orElseThrow();
  }

  private PeerState stateOf(Machine other) {
    return replica.peers().stream()
        .filter(peer -> is(peer, other.id()))
        .map(PeerStatus::state)
        .findFirst()
        .orElse(PeerState.OFFLINE);
  }

  private static boolean is(PeerStatus peer, DeviceId device) {
    return peer.device().filter(device::equals).isPresent();
  }

  /// A TLS connection to this machine with nothing but the test behind it.
  TlsChannel rawDial(DeviceIdentity from) throws Exception {
    var channel = TlsChannel.dial(address(), from, 5_000);
    channel.setSilenceLimit(10_000);
    return channel;
  }

  static Message hello(Message.Intent intent) {
    return new Message.Hello(1, 1, intent, FakeReplica.WORKSPACE, 0, 0, "raw");
  }

  @Override
  public void close() {
    network.close();
  }

  /// Remembers in memory.
  static final class Book implements AddressBook {
    private final Map<DeviceId, List<PeerAddress>> places = new HashMap<>();

    @Override
    public synchronized Map<DeviceId, List<PeerAddress>> of(WorkspaceId workspace) {
      return Map.copyOf(places);
    }

    @Override
    public synchronized void remember(WorkspaceId workspace, DeviceId device, PeerAddress address) {
      places.put(device, List.of(address));
    }
  }
}
