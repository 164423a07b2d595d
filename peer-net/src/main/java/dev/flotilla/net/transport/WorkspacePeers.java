package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.discovery.Sighting;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.wire.CloseReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The peers of one workspace: who is linked, who is dialled, and which of two connections to the
/// same device stays.
///
/// Two devices that dial each other keep the connection that the device with the smaller id
/// dialled; both see both connections and decide alike. A device dials no other that it is linked
/// to, so nothing flaps. Thread-safe; holds its lock for moments only.
final class WorkspacePeers {
  private static final int MAX_ADDRESSES = 8;
  private static final int MAX_STRANGERS = 256;

  private final ReplicaPort port;
  private final LocalDevice local;
  private final AddressBook book;
  private final PeerTable table;

  private final Map<DeviceId, List<Connection>> links = new HashMap<>();
  private final Set<DeviceId> claimed = new HashSet<>();
  private final Map<Target, Dialler> diallers = new HashMap<>();
  private final Map<DeviceId, LinkedHashSet<PeerAddress>> addresses = new HashMap<>();

  /// The one that was not seen for the longest comes first.
  private final Set<DeviceId> strangers = new LinkedHashSet<>();

  private boolean closed;

  /// Not guarded by the lock: ending it may wait for a call that needs the lock.
  private volatile @Nullable Subscription heads;

  WorkspacePeers(ReplicaPort port, LocalDevice local, AddressBook book) {
    this.port = port;
    this.local = local;
    this.book = book;
    this.table = new PeerTable(port::peersChanged, local.timing().wall());
  }

  ReplicaPort port() {
    return port;
  }

  PeerTable table() {
    return table;
  }

  /// Begins to follow the replica and to dial whom it remembers.
  void start() {
    heads = port.onHeads(this::headsAdvanced);
    book.of(port.workspace())
        .forEach((device, places) -> places.reversed().forEach(place -> met(device, place)));
  }

  /// Dials an address from now on, whoever answers.
  void dial(PeerAddress address) {
    dialNow(new Target.Address(address));
  }

  /// Somebody says that a device is there.
  void sighted(Sighting sighting) {
    sighting.addresses().reversed().forEach(address -> addAddress(sighting.device(), address));
    if (port.isMember(sighting.device())) {
      dialNow(new Target.Device(sighting.device()));
    } else {
      addStranger(sighting.device());
    }
  }

  /// A device was reached at an address, now or earlier.
  void met(DeviceId device, PeerAddress address) {
    addAddress(device, address);
    var _ = dial(new Target.Device(device));
  }

  /// Where to dial a device, the latest news first.
  synchronized List<PeerAddress> addressesOf(DeviceId device) {
    return List.copyOf(addresses.getOrDefault(device, new LinkedHashSet<>()).reversed());
  }

  /// How many connections are up, those included that were told to leave.
  synchronized int connectionCount() {
    return connections().size();
  }

  synchronized boolean isLinked(DeviceId device) {
    return links.containsKey(device);
  }

  /// Asks for the right to say HELLO to a device that was dialled: only one dialled connection to a
  /// device at a time, and none if it is linked already.
  synchronized boolean claim(DeviceId device) {
    return !closed && !links.containsKey(device) && claimed.add(device);
  }

  /// The dialled connection has ended.
  synchronized void release(DeviceId device) {
    claimed.remove(device);
  }

  /// A connection is up. If there is another to the same device, one of them is told to leave.
  void greeted(Connection fresh) {
    var losers = register(fresh);
    losers.forEach(loser -> loser.leave(CloseReason.DUPLICATE, ""));
    fresh
        .peerAddress()
        .ifPresent(address -> {
          book.remember(port.workspace(), fresh.peer(), address);
          met(fresh.peer(), address);
        });
  }

  /// What a connection knows of its peer now.
  void seen(Connection connection, LinkView view) {
    if (isCurrent(connection)) {
      var address = connection.peerAddress().map(PeerAddress::toString).orElse("");
      table.linked(connection.peer(), connection.peerName(), address, view);
    }
  }

  void ended(Connection connection, ConnectionEnd end) {
    if (!unregister(connection)) {
      return;
    }
    table.offline(new Target.Device(connection.peer()), "", Endings.detail(end));
    diallersNow().stream()
        .filter(dialler -> dialler.isFor(connection.peer()))
        .forEach(dialler -> dialler.linkEnded(end.held()));
  }

  /// Says goodbye to everybody and dials no more. Does not wait.
  void close() {
    closeSubscription();
    for (var connection : stop()) {
      connection.leave(CloseReason.GOING_AWAY, "");
    }
  }

  /// Ends what [#close] left.
  void abort() {
    table.close();
    connections().forEach(Connection::abort);
    diallersNow().forEach(Dialler::abort);
  }

  /// Waits until all connections have ended, or the time is over.
  synchronized void awaitQuiet(long millis) {
    var giveUpAt = local.now() + millis;
    try {
      while (!links.isEmpty() && local.now() < giveUpAt) {
        wait(Math.max(1, giveUpAt - local.now()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeSubscription() {
    var subscription = heads;
    if (subscription != null) {
      subscription.close();
    }
  }

  private synchronized List<Connection> stop() {
    closed = true;
    diallers.values().forEach(Dialler::stop);
    return connections();
  }

  private synchronized List<Connection> connections() {
    return links.values().stream().flatMap(List::stream).toList();
  }

  private synchronized List<Dialler> diallersNow() {
    return List.copyOf(diallers.values());
  }

  /// On the replica's thread, after each commit.
  private void headsAdvanced(Heads now) {
    connections().forEach(connection -> connection.headsAdvanced(now));
    for (var device : admittedStrangers()) {
      dialNow(new Target.Device(device));
    }
  }

  private synchronized List<DeviceId> admittedStrangers() {
    var admitted = strangers.stream().filter(port::isMember).toList();
    admitted.forEach(strangers::remove);
    return admitted;
  }

  private synchronized void addStranger(DeviceId device) {
    strangers.remove(device);
    strangers.add(device);
    if (strangers.size() > MAX_STRANGERS) {
      var oldest = strangers.iterator().next();
      strangers.remove(oldest);
      addresses.remove(oldest);
    }
  }

  private synchronized void addAddress(DeviceId device, PeerAddress address) {
    var places = addresses.computeIfAbsent(device, _ -> new LinkedHashSet<>());
    places.remove(address);
    places.add(address);
    if (places.size() > MAX_ADDRESSES) {
      places.removeFirst();
    }
  }

  /// Starts to dial, or dials again without waiting any longer.
  private void dialNow(Target target) {
    if (!dial(target)) {
      wake(target);
    }
  }

  /// Starts to dial unless that is done already.
  ///
  /// @return whether it was started
  private synchronized boolean dial(Target target) {
    if (closed || diallers.containsKey(target)) {
      return false;
    }
    var dialler = new Dialler(target, this, local);
    diallers.put(target, dialler);
    dialler.start();
    return true;
  }

  private synchronized void wake(Target target) {
    var dialler = diallers.get(target);
    if (dialler != null) {
      dialler.wake();
    }
  }

  private synchronized List<Connection> register(Connection fresh) {
    if (closed) {
      return List.of(fresh);
    }
    var all = links.computeIfAbsent(fresh.peer(), _ -> new ArrayList<>());
    all.add(fresh);
    var survivor = all.stream().reduce(this::better).orElse(fresh);
    // The survivor comes last: that one is shown.
    all.remove(survivor);
    all.add(survivor);
    return List.copyOf(all.subList(0, all.size() - 1));
  }

  /// Dialled by the smaller device; of two that the same device dialled, the newer: it dials again
  /// only if the older is dead.
  private Connection better(Connection older, Connection newer) {
    if (older.side() == newer.side()) {
      return newer;
    }
    var iAmSmaller = local.id().compareTo(newer.peer()) < 0;
    var wanted = iAmSmaller ? Connection.Side.DIALLED : Connection.Side.ANSWERED;
    return older.side() == wanted ? older : newer;
  }

  /// True if that was the last connection to the device.
  private synchronized boolean unregister(Connection connection) {
    var all = links.get(connection.peer());
    if (all == null || !all.remove(connection) || !all.isEmpty()) {
      return false;
    }
    links.remove(connection.peer());
    notifyAll();
    return true;
  }

  private synchronized boolean isCurrent(Connection connection) {
    return Optional.ofNullable(links.get(connection.peer()))
        .map(all -> all.getLast() == connection)
        .orElse(false);
  }
}
