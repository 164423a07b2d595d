package dev.flotilla.simulation;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.topology.Contact;
import dev.flotilla.net.topology.Overlay;
import dev.flotilla.net.transport.Backoff;
import dev.flotilla.net.wire.CloseReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// A machine's attempts to reach the others: the product's overlay decides whom, its back-off when.
final class Dialling {
  /// TCP and TLS.
  private static final long HANDSHAKE_MICROS = 8 * Timeline.MILLISECOND;

  /// Until an attempt that nobody answers is given up.
  private static final long CONNECT_MICROS = 5 * Timeline.SECOND;

  /// Until the others have heard by multicast that a machine is there.
  private static final long SIGHTED_MICROS = Timeline.SECOND;

  /// Until what has happened to some links is thought about.
  private static final long DECIDE_MICROS = 20 * Timeline.MILLISECOND;

  /// Whoever has no room now may have some later.
  private static final long ASK_FULL_AGAIN_MICROS = 60 * Timeline.SECOND;

  /// The overlay is looked at so often while connections are to end that are too new for it.
  private static final long LOOK_AGAIN_MICROS = Timeline.SECOND;

  private static final Backoff FIRST = Backoff.between(250, 30_000);

  private final Machine self;
  private final RandomGenerator random;
  private final TreeMap<Integer, Backoff> waits = new TreeMap<>();
  private final Set<Integer> claimed = new HashSet<>();

  /// Who did not answer.
  private final Set<Integer> silent = new HashSet<>();

  /// Who is known to be a member.
  private final Set<Integer> members = new HashSet<>();

  /// Who had no room, and until when that is believed.
  private final Map<Integer, Long> full = new HashMap<>();

  /// The newest plan to dial a machine: older ones are void.
  private final Map<Integer, Long> plans = new HashMap<>();

  private Overlay overlay;
  private long planned;
  private long decisions;
  private boolean decisionIsDue;

  /// Who has just joined trusts nobody but the inviter.
  private boolean knowsAll;

  Dialling(Machine self) {
    this.self = self;
    this.random = self.world().chance().of("dialling", self.number());
    this.overlay = Overlay.of(self.device(), self.world().terms().links(), 0);
  }

  /// The machine has come up.
  void start() {
    claimed.clear();
    waits.clear();
    silent.clear();
    full.clear();
    members.clear();
    plans.clear();
    decisionIsDue = false;
    overlay = Overlay.of(self.device(), self.world().terms().links(), time().millis());
    decideSoon();
    for (var peer : self.world().machines()) {
      if (!isSelf(peer) && self.world().air().reaches(self.number(), peer.number())) {
        var heard = SIGHTED_MICROS + random.nextLong(SIGHTED_MICROS);
        time().in(heard, () -> peer.dialling().sighted(self));
      }
    }
  }

  /// A copy of this machine is the same device: nobody dials itself.
  private boolean isSelf(Machine peer) {
    return peer.device().equals(self.device());
  }

  private Timeline time() {
    return self.world().time();
  }

  boolean isFullMesh() {
    return overlay.isFullMesh(self.world().devices() - 1);
  }

  /// Whether a machine is to be linked however many links there are.
  boolean isNeighbour(Machine peer) {
    return overlay.isNeighbour(peer.device(), contacts());
  }

  /// A connection is up.
  void greeted() {
    if (!isFullMesh()) {
      decideSoon();
    }
  }

  /// The machine has new changes: perhaps it knows more members than before.
  void headsAdvanced() {
    if (!knowsAll) {
      decideSoon();
    }
  }

  /// A connection to a peer has ended.
  void ended(LineEnd end) {
    var number = end.peer().number();
    if (end.dialled()) {
      claimed.remove(number);
    }
    if (!self.isUp()) {
      return;
    }
    if (end.dialled()) {
      mindLastWord(end);
    }
    if (end.held()) {
      waits.put(number, FIRST);
    }
    planAfterWait(end.peer(), 0);
    decideSoon();
  }

  private void mindLastWord(LineEnd end) {
    var number = end.peer().number();
    if (end.lastWord().filter(last -> last.reason() == CloseReason.FULL).isPresent()) {
      full.put(number, time().now() + ASK_FULL_AGAIN_MICROS);
    } else if (!end.isGreeted() && !self.isLinked(end.peer())) {
      silent.add(number);
    }
  }

  /// News of a machine: it is tried at once.
  private void sighted(Machine peer) {
    if (self.isUp() && !self.isLinked(peer)) {
      silent.remove(peer.number());
      waits.put(peer.number(), FIRST);
      if (overlay.wanted().contains(peer.device())) {
        plan(peer, 0);
      } else {
        decideSoon();
      }
    }
  }

  private void decideSoon() {
    if (!decisionIsDue) {
      decisionIsDue = true;
      var mine = self.life();
      time()
          .in(
              random.nextLong(DECIDE_MICROS),
              () -> {
                if (self.isUp() && self.life() == mine) {
                  decisionIsDue = false;
                  decide();
                }
              });
    }
  }

  private void decide() {
    var contacts = contacts();
    knowsAll = contacts.size() == self.world().devices() - 1;
    overlay = overlay.next(contacts, random, time().millis());
    // Sets have an order that differs from one process to the next.
    for (var device : new TreeSet<>(overlay.wanted())) {
      for (var peer : self.world().machines(device)) {
        if (!self.isLinked(peer) && !plans.containsKey(peer.number())) {
          plan(peer, random.nextLong(DECIDE_MICROS));
        }
      }
    }
    new TreeSet<>(overlay.surplus())
        .forEach(device -> self.world().machines(device).forEach(self::endSurplus));
    if (!isFullMesh()) {
      var mine = ++decisions;
      var wakeAt = overlay.wakeAt() * Timeline.MILLISECOND;
      var soon = overlay.surplus().isEmpty() ? wakeAt : time().now() + LOOK_AGAIN_MICROS;
      time()
          .at(
              Math.min(wakeAt, soon),
              () -> {
                if (self.isUp() && decisions == mine) {
                  decide();
                }
              });
    }
  }

  /// The members, as far as this machine knows them: everybody knows everybody's address.
  private Map<DeviceId, Contact> contacts() {
    var contacts = new HashMap<DeviceId, Contact>();
    for (var peer : self.world().machines()) {
      if (!isSelf(peer) && isMember(peer)) {
        contacts.merge(peer.device(), contact(peer), Dialling::better);
      }
    }
    return contacts;
  }

  /// Nobody is ever removed.
  private boolean isMember(Machine peer) {
    return members.contains(peer.number())
        || (self.running().port().isMember(peer.device()) && members.add(peer.number()));
  }

  /// One machine of a device that answers is enough.
  private static Contact better(Contact one, Contact other) {
    return one.isThere() ? one : other;
  }

  private Contact contact(Machine peer) {
    if (self.isLinked(peer)) {
      return self.linkTo(peer.device()).dialled() ? Contact.LINKED_BY_US : Contact.LINKED_BY_THEM;
    }
    if (silent.contains(peer.number())) {
      return Contact.UNREACHABLE;
    }
    return full.getOrDefault(peer.number(), 0L) > time().now() ? Contact.FULL : Contact.REACHABLE;
  }

  private void plan(Machine peer, long in) {
    var mine = self.life();
    var number = ++planned;
    plans.put(peer.number(), number);
    time()
        .in(
            in,
            () -> {
              if (self.isUp()
                  && self.life() == mine
                  && plans.getOrDefault(peer.number(), 0L) == number) {
                plans.remove(peer.number());
                dial(peer);
              }
            });
  }

  private void planAfterWait(Machine peer, long after) {
    if (!overlay.wanted().contains(peer.device())) {
      return;
    }
    var wait = waits.getOrDefault(peer.number(), FIRST);
    waits.put(peer.number(), wait.longer());
    plan(peer, after + wait.waitMillis(random) * Timeline.MILLISECOND);
  }

  private void dial(Machine peer) {
    if (self.isLinked(peer)
        || claimed.contains(peer.number())
        || !overlay.wanted().contains(peer.device())) {
      return;
    }
    var air = self.world().air();
    var answered =
        air.reaches(self.number(), peer.number()) && air.reaches(peer.number(), self.number());
    if (!answered || !peer.isUp()) {
      failed(peer, answered ? HANDSHAKE_MICROS : CONNECT_MICROS);
      return;
    }
    claimed.add(peer.number());
    var mine = self.life();
    var theirs = peer.life();
    time()
        .in(
            HANDSHAKE_MICROS + random.nextLong(HANDSHAKE_MICROS),
            () -> {
              if (!self.isUp() || self.life() != mine) {
                return;
              }
              if (peer.isUp() && peer.life() == theirs && !self.isLinked(peer)) {
                silent.remove(peer.number());
                self.world().connect(self, peer);
              } else {
                claimed.remove(peer.number());
                failed(peer, 0);
              }
            });
  }

  private void failed(Machine peer, long after) {
    if (silent.add(peer.number()) && !isFullMesh()) {
      decideSoon();
    }
    planAfterWait(peer, after);
  }
}
