package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Subscription;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.discovery.Sighting;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.topology.Contact;
import dev.flotilla.net.topology.Overlay;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.net.wire.PeerHint;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The peers of one workspace: who is linked and who is dialled. [Overlay] decides whom this device
/// wants to be linked to, [Links] which of two connections to the same device stays.
///
/// Thread-safe; holds its lock for moments only. A virtual thread of its own looks at the overlay
/// again whenever something happened.
final class WorkspacePeers {
  private static final long LOOK_AGAIN_MILLIS = 1_000;

  /// So long a newcomer has to hear of the others before it is sent to them.
  private static final long WELCOME_MILLIS = 5_000;

  /// Whoever has no room now may have some later.
  private static final long ASK_FULL_AGAIN_MILLIS = 60_000;

  private static final String FULL = "This machine is linked to as many others as it may be.";

  private final ReplicaPort port;
  private final LocalDevice local;
  private final AddressBook book;
  private final PeerTable table;
  private final Links links;
  private final Places places = new Places();
  private final Semaphore news = new Semaphore(0);
  private final Map<Target, Dialler> diallers = new HashMap<>();
  private final Gossip gossip;
  private final LinkPresences presences;
  private volatile Overlay overlay;
  private volatile boolean fullMesh = true;
  private volatile Set<DeviceId> avoided = Set.of();
  private volatile boolean closed;

  /// Belongs to the thread that commits.
  private Heads told = Heads.EMPTY;

  /// Not guarded by the lock: ending it may wait for a call that needs the lock.
  private volatile @Nullable Subscription heads;

  private volatile @Nullable Subscription announcements;

  WorkspacePeers(ReplicaPort port, LocalDevice local, AddressBook book, int maxPeers) {
    this.port = port;
    this.local = local;
    this.book = book;
    this.table = new PeerTable(port::peersChanged, local.timing().wall());
    this.links = new Links(local, maxPeers);
    this.presences = new LinkPresences(port, links);
    this.gossip = new Gossip(local, places, port::isMember);
    this.overlay = Overlay.of(local.id(), maxPeers, local.now());
  }

  ReplicaPort port() {
    return port;
  }

  PeerTable table() {
    return table;
  }

  Links links() {
    return links;
  }

  /// Begins to follow the replica and to dial whom it remembers.
  void start() {
    told = port.heads();
    heads = port.onHeads(this::headsAdvanced);
    announcements = presences.start();
    book.of(port.workspace())
        .forEach((device, known) -> known.reversed().forEach(place -> places.add(device, place)));
    Thread.ofVirtual().name("flotilla-overlay").start(this::keepOverlay);
  }

  /// Dials an address from now on, whoever answers.
  void dial(PeerAddress address) {
    var target = new Target.Address(address);
    if (!startDialler(target)) {
      wake(target);
    }
  }

  /// Somebody says that a device is there.
  void sighted(Sighting sighting) {
    var device = sighting.device();
    sighting.addresses().reversed().forEach(address -> places.add(device, address));
    if (port.isMember(device)) {
      dialNow(device);
    } else {
      places.addStranger(device);
    }
  }

  /// This machine has other addresses now: connections over those that are gone are dead, though
  /// nobody says so, and whoever could not be reached may be reachable.
  void networkChanged(Set<InetAddress> now) {
    for (var connection : links.all()) {
      if (!now.contains(connection.localAddress())) {
        connection.abort();
      }
    }
    places.forgetSilence();
    diallersNow().forEach(Dialler::wake);
    news.release();
  }

  /// Ends the connections to these devices and makes no others, until this is called again.
  void avoid(Set<DeviceId> devices) {
    avoided = Set.copyOf(devices);
    links.all().stream().filter(link -> isAvoided(link.peer())).forEach(Connection::abort);
  }

  boolean isAvoided(DeviceId device) {
    return avoided.contains(device);
  }

  /// A member says where others may be reached.
  void heard(List<PeerHint> hints) {
    if (gossip.heard(hints)) {
      news.release();
    }
  }

  /// Where to dial a device, the latest news first.
  List<PeerAddress> addressesOf(DeviceId device) {
    return places.of(device);
  }

  /// How many connections are up, those included that were told to leave.
  int connectionCount() {
    return links.all().size();
  }

  boolean isLinked(DeviceId device) {
    return links.isLinked(device);
  }

  /// Whether a link to a device that answers at an address somebody typed is of use: that address
  /// is the way into the fleet, and not more once there are others.
  boolean isNeeded(DeviceId device) {
    return fullMesh || overlay.wanted().contains(device) || links.isEmpty();
  }

  /// The right to say HELLO to a device that was dialled.
  boolean claim(DeviceId device) {
    return links.claim(device, overlay.isNeighbour(device, contacts()));
  }

  /// A device that was dialled has no room for this one.
  void turnedAway(DeviceId device) {
    if (places.setFull(device, local.now() + ASK_FULL_AGAIN_MILLIS)) {
      news.release();
    }
  }

  /// Nobody answered at any address of a device, or not as a member.
  void failed(DeviceId device) {
    if (places.setSilent(device)) {
      news.release();
    }
  }

  /// A connection is up. If there is another to the same device, one of them is told to leave.
  void greeted(Connection fresh) {
    var isNeighbour = links.isFull() && overlay.isNeighbour(fresh.peer(), contacts());
    switch (links.register(fresh, isNeighbour)) {
      case Links.Registration.Taken(var losers) -> {
        losers.forEach(loser -> loser.leave(CloseReason.DUPLICATE, ""));
        linked(fresh);
      }
      case Links.Registration.Late _ -> fresh.leave(CloseReason.GOING_AWAY, "");
      case Links.Registration.Full _ -> {
        gossip.tellBeforeFarewell(fresh);
        fresh.leave(CloseReason.FULL, FULL);
      }
    }
  }

  private void linked(Connection fresh) {
    places.setHeard(fresh.peer());
    presences.linked(fresh);
    fresh
        .peerAddress()
        .ifPresent(address -> {
          book.remember(port.workspace(), fresh.peer(), address);
          places.add(fresh.peer(), address);
        });
    news.release();
  }

  /// The person at the other end of a connection is about something else now.
  void present(Connection link, Presence presence) {
    presences.heard(link, presence);
  }

  /// What a connection knows of its peer now.
  void seen(Connection connection, LinkView view) {
    if (links.isCurrent(connection)) {
      var address = connection.peerAddress().map(PeerAddress::toString).orElse("");
      table.linked(connection.peer(), connection.peerName(), address, view);
    }
  }

  void ended(Connection connection, ConnectionEnd end) {
    boolean wasLast = links.unregister(connection);
    presences.ended(connection);
    if (!wasLast) {
      return;
    }
    port.meter().unlinked(connection.peer(), Endings.isFault(end));
    table.offline(new Target.Device(connection.peer()), "", detail(connection.peer(), end));
    diallersNow().stream()
        .filter(dialler -> dialler.isFor(connection.peer()))
        .forEach(dialler -> dialler.linkEnded(end.held()));
    news.release();
  }

  private Optional<String> detail(DeviceId peer, ConnectionEnd end) {
    return overlay.surplus().contains(peer)
        ? Optional.of("Its changes come through other machines.")
        : Endings.detail(end);
  }

  /// Says goodbye to everybody and dials no more. Does not wait.
  void close() {
    end(heads);
    end(announcements);
    stopDiallers();
    news.release();
    for (var connection : links.close()) {
      connection.leave(CloseReason.GOING_AWAY, "");
    }
  }

  private static void end(@Nullable Subscription subscription) {
    if (subscription != null) {
      subscription.close();
    }
  }

  /// Ends what [#close] left.
  void abort() {
    table.close();
    links.all().forEach(Connection::abort);
    diallersNow().forEach(Dialler::abort);
  }

  /// Waits until all connections have ended, or the time is over.
  void awaitQuiet(long millis) {
    links.awaitQuiet(millis);
  }

  private synchronized void stopDiallers() {
    closed = true;
    diallers.values().forEach(Dialler::stop);
  }

  private synchronized List<Dialler> diallersNow() {
    return List.copyOf(diallers.values());
  }

  /// On the replica's thread, after each commit.
  private void headsAdvanced(Heads now) {
    var eager = !fullMesh && isSmall(now);
    links.all().forEach(connection -> connection.headsAdvanced(now, eager));
    told = now;
    places.admitted(port::isMember).forEach(this::dialNow);
  }

  /// Few operations make few bytes, hardly ever more than [Overlay#EAGER_BYTES].
  private boolean isSmall(Heads now) {
    return HeadsProgress.operations(told, now) <= Overlay.EAGER_OPERATIONS;
  }

  /// There is news of a member: dials it if it is wanted, without waiting any longer.
  private void dialNow(DeviceId device) {
    places.setHeard(device);
    wake(new Target.Device(device));
    news.release();
  }

  private void keepOverlay() {
    try {
      while (!closed) {
        news.drainPermits();
        adaptSafely();
        var left = Math.max(1, overlay.wakeAt() - local.now());
        var _ = news.tryAcquire(Math.min(left, LOOK_AGAIN_MILLIS), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A fault here must not end the look at the overlay: nobody would ever begin it again.
  private void adaptSafely() {
    try {
      adapt();
    } catch (RuntimeException e) {
      System.getLogger(WorkspacePeers.class.getName())
          .log(Level.WARNING, "choosing whom to link to failed", e);
    }
  }

  private void adapt() {
    var contacts = contacts();
    fullMesh = overlay.isFullMesh(contacts.size());
    var next = overlay.next(contacts, local.timing().random().get(), local.now());
    overlay = next;
    unwanted(next).forEach(Dialler::stop);
    next.wanted().forEach(device -> startDialler(new Target.Device(device)));
    gossip.tell(links.all());
    links.twins(local.timing().session().pingAfterMillis() / 2).forEach(port::runsTwice);
    next.surplus().stream()
        .flatMap(device -> links.to(device).stream())
        .filter(link -> link.ageMillis() > WELCOME_MILLIS)
        .forEach(WorkspacePeers::letGo);
  }

  /// Whoever dialled learns that it shall look for another.
  private static void letGo(Connection connection) {
    if (connection.side() == Connection.Side.DIALLED) {
      connection.leave(CloseReason.GOING_AWAY, "");
    } else {
      connection.leave(CloseReason.FULL, FULL);
    }
  }

  private Map<DeviceId, Contact> contacts() {
    var contacts = places.contacts(port::isMember, local.now());
    contacts.putAll(links.contacts());
    return contacts;
  }

  /// Takes them out of the list, too.
  private synchronized List<Dialler> unwanted(Overlay now) {
    var gone = new ArrayList<Dialler>();
    diallers
        .entrySet()
        .removeIf(entry -> {
          var isUnwanted =
              entry.getKey() instanceof Target.Device(var device) && !now.wanted().contains(device);
          if (isUnwanted) {
            gone.add(entry.getValue());
          }
          return isUnwanted;
        });
    return gone;
  }

  /// Starts to dial unless that is done already.
  ///
  /// @return whether it was started
  private synchronized boolean startDialler(Target target) {
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
}
