package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.session.Effect;
import dev.flotilla.net.session.SyncSession;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.Message;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// Dials one target for as long as the workspace is open, with growing waits, on a virtual thread
/// of its own. While its connection is up that thread reads from it.
final class Dialler {
  /// The device with the larger id leaves the other one so much time to dial first: two handshakes
  /// for one link are one too many.
  private static final Backoff COURTESY = Backoff.between(100, 100);

  private static final Logger LOG = System.getLogger(Dialler.class.getName());

  private enum Outcome {
    /// There is or was a connection.
    LINKED,
    FAILED,
    /// The peer is there, but one of the two does not want the other.
    REFUSED,
    /// The peer has as many links as it may have.
    FULL,
    /// It makes no sense to try again.
    POINTLESS
  }

  private final Target target;
  private final WorkspacePeers peers;
  private final LocalDevice local;
  private final Semaphore news = new Semaphore(0);
  private final Semaphore linkEnds = new Semaphore(0);
  private final AtomicBoolean linkHeld = new AtomicBoolean();
  private final Thread thread;
  private volatile boolean stopped;

  /// Who answers there, once that is known; written by the own thread only.
  private volatile Optional<DeviceId> device;

  Dialler(Target target, WorkspacePeers peers, LocalDevice local) {
    this.target = target;
    this.peers = peers;
    this.local = local;
    this.device =
        switch (target) {
          case Target.Device(var known) -> Optional.of(known);
          case Target.Address _ -> Optional.empty();
        };
    this.thread = Thread.ofVirtual().name("flotilla-dial-" + target).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Whether it dials this device.
  boolean isFor(DeviceId other) {
    return device.filter(other::equals).isPresent();
  }

  /// There is news of the peer from elsewhere: try again now.
  void wake() {
    news.release();
  }

  /// A connection to the peer has ended. That wakes nobody inside a back-off: two sides that refuse
  /// each other's changes would wake each other for ever.
  ///
  /// @param held whether it was of use, so that the next back-off starts small
  void linkEnded(boolean held) {
    if (held) {
      linkHeld.set(true);
    }
    linkEnds.release();
  }

  /// No more attempts; a connection that is up goes on.
  void stop() {
    stopped = true;
    news.release();
    linkEnds.release();
  }

  /// Ends an attempt that blocks.
  void abort() {
    thread.interrupt();
  }

  private void run() {
    var backoff = local.timing().backoff();
    try {
      giveWay();
      while (!stopped) {
        news.drainPermits();
        var outcome = attemptSafely();
        if (outcome == Outcome.POINTLESS) {
          return;
        }
        tellOfFailure(outcome);
        awaitLinkEnd();
        backoff = linkHeld.getAndSet(false) ? backoff.reset() : backoff;
        var woken = news.tryAcquire(backoff.waitMillis(random()), TimeUnit.MILLISECONDS);
        backoff = woken && outcome == Outcome.FAILED ? backoff.reset() : backoff.longer();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets the other side begin if it is likely to dial, too.
  private void giveWay() throws InterruptedException {
    if (device.filter(other -> local.id().compareTo(other) > 0).isPresent()) {
      var _ = news.tryAcquire(COURTESY.waitMillis(random()), TimeUnit.MILLISECONDS);
    }
  }

  private void tellOfFailure(Outcome outcome) {
    if (outcome == Outcome.FAILED || outcome == Outcome.REFUSED) {
      device.ifPresent(peers::failed);
    }
  }

  private void awaitLinkEnd() throws InterruptedException {
    linkEnds.drainPermits();
    while (!stopped && device.isPresent() && peers.isLinked(device.get())) {
      linkEnds.acquire();
      news.drainPermits();
      giveWay();
    }
  }

  /// A fault in one attempt must not end the dialler: nobody would ever start it again.
  private Outcome attemptSafely() throws InterruptedException {
    try {
      return attempt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "an attempt to dial " + target + " failed", e);
      return Outcome.FAILED;
    }
  }

  private Outcome attempt() throws InterruptedException {
    if (device.filter(other -> peers.isLinked(other) || !peers.isNeeded(other)).isPresent()) {
      return Outcome.LINKED;
    }
    var outcome = Outcome.FAILED;
    if (device.filter(peers::isAvoided).isPresent()) {
      return outcome;
    }
    for (var address : addresses()) {
      outcome = attempt(address);
      if ((outcome != Outcome.FAILED && outcome != Outcome.REFUSED) || stopped) {
        return outcome;
      }
    }
    return outcome;
  }

  private List<PeerAddress> addresses() {
    return switch (target) {
      case Target.Device(var known) -> peers.addressesOf(known);
      case Target.Address(var address) -> List.of(address);
    };
  }

  private Outcome attempt(PeerAddress address) throws InterruptedException {
    peers.table().dialling(row(), address.toString());
    TlsChannel channel;
    try {
      channel = TlsChannel.dial(address, local.identity(), local.timing().connectMillis());
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      offline(address, "Cannot reach " + address + ": " + Endings.reason(e) + ".");
      return Outcome.FAILED;
    }
    try {
      return talk(address, channel);
    } finally {
      channel.abort();
    }
  }

  private Outcome talk(PeerAddress address, TlsChannel channel) {
    var found = channel.peer().deviceId();
    if (found.equals(local.id())) {
      channel.abort();
      peers.table().forget(row());
      return target instanceof Target.Address ? Outcome.POINTLESS : Outcome.FAILED;
    }
    if (target instanceof Target.Device(var wanted) && !wanted.equals(found)) {
      channel.abort();
      offline(address, "At " + address + " another device answers.");
      return Outcome.FAILED;
    }
    learned(found);
    if (!peers.port().isMember(found)) {
      refuse(channel);
      peers
          .table()
          .refused(
              found,
              address.toString(),
              "The device at " + address + " is not a member of this workspace: invite it.");
      return Outcome.REFUSED;
    }
    if (!peers.claim(found)) {
      channel.abort();
      return Outcome.LINKED;
    }
    try {
      return converse(address, channel, found);
    } finally {
      peers.links().release(found);
    }
  }

  private Outcome converse(PeerAddress address, TlsChannel channel, DeviceId found) {
    var start =
        SyncSession.dial(
            peers.port().workspace(), local.introduction(), local.timing().session(), local.now());
    var end =
        new Connection(channel, Connection.Side.DIALLED, start, local, _ -> Optional.of(peers))
            .run();
    if (end.hangUp().filter(Dialler::isForWantOfRoom).isPresent()) {
      peers.turnedAway(found);
      return Outcome.FULL;
    }
    if (end.greeted()) {
      return end.hangUp().filter(Dialler::isFault).isPresent() ? Outcome.REFUSED : Outcome.LINKED;
    }
    if (peers.isLinked(found)) {
      return Outcome.LINKED;
    }
    var sentence = Endings.detail(end);
    if (end.hangUp().filter(Dialler::isRefusal).isPresent()) {
      peers.table().refused(found, address.toString(), sentence.orElse(""));
      return Outcome.REFUSED;
    }
    peers.table().offline(row(), address.toString(), sentence);
    return Outcome.FAILED;
  }

  /// From now on the peer's row is that of its device.
  private void learned(DeviceId found) {
    if (device.isEmpty()) {
      peers.table().forget(row());
    }
    device = Optional.of(found);
  }

  private void offline(PeerAddress address, String sentence) {
    if (device.isEmpty() || !peers.isLinked(device.get())) {
      peers.table().offline(row(), address.toString(), Optional.of(sentence));
    }
  }

  private Target row() {
    return device.<Target>map(Target.Device::new).orElse(target);
  }

  private void refuse(TlsChannel channel) {
    try {
      channel.write(
          new Message.Close(
              CloseReason.NOT_A_MEMBER, "This device is not a member of the workspace."));
      channel.finish();
    } catch (IOException _) {
      // It will find out by itself.
    } finally {
      channel.abort();
    }
  }

  private RandomGenerator random() {
    return local.timing().random().get();
  }

  private static boolean isForWantOfRoom(Effect.HangUp last) {
    return last.reason() == CloseReason.FULL && last.byPeer();
  }

  private static boolean isRefusal(Effect.HangUp last) {
    return last.reason() == CloseReason.NOT_A_MEMBER || last.reason() == CloseReason.VERSION;
  }

  private static boolean isFault(Effect.HangUp last) {
    return switch (last.reason()) {
      case PROTOCOL_ERROR, INVALID_CHANGES, VERSION, NOT_A_MEMBER, JOIN_REFUSED, FULL, OTHER ->
          true;
      case GOING_AWAY, DUPLICATE, TIMEOUT -> false;
    };
  }
}
