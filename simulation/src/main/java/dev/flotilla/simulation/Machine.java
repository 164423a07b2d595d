package dev.flotilla.simulation;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Engine;
import dev.flotilla.net.node.Surroundings;
import dev.flotilla.net.session.ReplicaPort;
import dev.flotilla.net.session.SessionLimits;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.topology.Overlay;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.simulation.disk.Controller;
import dev.flotilla.simulation.disk.Disk;
import dev.flotilla.testkit.workspace.RandomEdits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A computer with one replica on it: the engine that ships, a disk, a clock, connections to
/// others.
final class Machine {
  /// How long a commit takes.
  private static final long SYNC_MICROS = 2 * Timeline.MILLISECOND;

  /// People try something else if an edit is refused.
  private static final int ATTEMPTS = 8;

  private static final long SYNC_JITTER_MICROS = 10 * Timeline.MILLISECOND;

  /// So many more may come than there may be, until they have heard of the others.
  private static final int GUESTS = 8;

  /// So long a newcomer has to hear of the others before it is sent to them.
  private static final long WELCOME_MILLIS = 5_000;

  private final World world;
  private final int number;
  private final Signatory device;

  /// A hash of the device's key: asked for all the time.
  private final DeviceId id;

  private final Disk disk;
  private final Controller controller;
  private final MachineClock clock;
  private final RandomGenerator random;
  private final RandomGenerator pace;
  private final Dialling dialling;
  private final Set<LineEnd> ends = new LinkedHashSet<>();
  private final TreeMap<Integer, List<LineEnd>> links = new TreeMap<>();
  private @Nullable Engine engine;
  private Heads told = Heads.EMPTY;
  private long life;
  private long diskFreeAt;
  private long backAfterMillis;

  Machine(World world, int number, Signatory device, MachineClock clock, Disk disk) {
    this.world = world;
    this.number = number;
    this.device = device;
    this.id = device.id();
    this.clock = clock;
    this.disk = disk;
    this.controller = new Controller(changes -> world.ledger().committed(this, changes));
    this.random = world.chance().of("replica ids", number);
    this.pace = world.chance().of("disk", number);
    this.dialling = new Dialling(this);
  }

  World world() {
    return world;
  }

  int number() {
    return number;
  }

  String name() {
    return "machine " + number;
  }

  DeviceId device() {
    return id;
  }

  Signatory signatory() {
    return device;
  }

  MachineClock clock() {
    return clock;
  }

  Disk disk() {
    return disk;
  }

  Controller controller() {
    return controller;
  }

  Dialling dialling() {
    return dialling;
  }

  long wallMillis() {
    return Math.clamp(clock.millis(), 0, (1L << 48) - 1);
  }

  SessionLimits sessionLimits() {
    return world.terms().limits();
  }

  boolean isUp() {
    return engine != null;
  }

  Optional<Engine> engine() {
    return Optional.ofNullable(engine);
  }

  /// What it has; nothing while it is down.
  VersionVector vector() {
    return engine().map(running -> running.workspace().vector()).orElse(VersionVector.EMPTY);
  }

  /// The engine of a machine that is up.
  Engine running() {
    return engine().orElseThrow(() -> new IllegalStateException(name() + " is down"));
  }

  /// Which life of the machine this is: what was meant for an earlier one does not happen.
  long life() {
    return life;
  }

  /// Opens the disk and begins to look for the others.
  void start() {
    if (isUp()) {
      return;
    }
    life++;
    world.trace().tell(this + " starts");
    world.plants().restarted(this);
    diskFreeAt = world.time().now();
    var around = new Surroundings(device, name(), clock, random, world.verifier());
    try {
      var opened = Engine.open(controller.attach(disk.open()), around);
      engine = opened;
      told = opened.heads();
      var _ = opened.port().onHeads(this::headsAdvanced);
      world.ledger().opened(this);
    } catch (StoreException e) {
      throw new Violation(name() + " cannot open its store: " + e.getMessage());
    }
    dialling.start();
    probeLater();
  }

  /// While the disk is full, asks every second whether it still is.
  private void probeLater() {
    var mine = life;
    world
        .time()
        .in(
            Timeline.SECOND,
            () -> {
              if (isUp() && life == mine) {
                if (running().blocked().isPresent()) {
                  running().retry();
                }
                probeLater();
              }
            });
  }

  /// Down without a word.
  void goDown(boolean losesPower) {
    if (!isUp()) {
      return;
    }
    engine = null;
    if (losesPower) {
      disk.losePower();
    } else {
      disk.kill();
    }
    breakLines();
  }

  /// The machine goes down in the middle of some write soon, and comes back.
  void dieWriting(int writes, long millis) {
    controller.dieAfter(writes);
    world.doom(this);
    backAfterMillis = millis;
  }

  /// Goes down if it was to go down at the write that was just made.
  ///
  /// @return whether it did
  boolean mindDeath() {
    if (!isUp() || !controller.isDead()) {
      return false;
    }
    world.trace().tell(this + " goes down while it writes");
    goDown(false);
    world.time().in(backAfterMillis * Timeline.MILLISECOND, this::start);
    return true;
  }

  /// Down as one should.
  void stop() {
    var running = engine;
    if (running != null) {
      engine = null;
      running.close();
      disk.settle();
      breakLines();
    }
  }

  private void breakLines() {
    List.copyOf(ends).forEach(end -> end.line().breakDown());
    links.clear();
  }

  /// Somebody edits; which edit follows from what is there.
  void edit(RandomGenerator chooser) {
    whenDiskIsFree(() -> {
      for (var attempt = 0; attempt < ATTEMPTS && !editOnce(chooser); attempt++) {
        var _ = mindDeath();
      }
    });
  }

  private boolean editOnce(RandomGenerator chooser) {
    if (!isUp()) {
      return true;
    }
    var before = running().heads();
    var edit = RandomEdits.any(running().workspace(), chooser);
    var outcome = running().submit(List.of(edit), "");
    var isNew = outcome instanceof EditOutcome.Done && !running().heads().equals(before);
    if (isNew) {
      world.edited(this);
    }
    return isNew;
  }

  /// Runs something once the disk has done what it was asked before, if the machine still lives.
  void whenDiskIsFree(Runnable work) {
    var time = world.time();
    var takes = SYNC_MICROS + pace.nextLong(SYNC_JITTER_MICROS);
    diskFreeAt = Math.max(diskFreeAt, time.now()) + takes;
    var mine = life;
    time.at(
        diskFreeAt,
        () -> {
          if (life == mine && isUp()) {
            work.run();
          }
        });
  }

  /// In a fleet that is no full mesh, small changes of others are passed on at once.
  private void headsAdvanced(Heads heads) {
    var eager =
        !dialling.isFullMesh() && HeadsProgress.operations(told, heads) <= Overlay.EAGER_OPERATIONS;
    lines().forEach(end -> end.headsAdvanced(heads, eager));
    told = heads;
    dialling.headsAdvanced();
  }

  /// The replica as the session with a peer sees it.
  ReplicaPort portFor(Machine peer) {
    return world.plants().port(this, peer, running().port());
  }

  /// A connection is up. Of two to the same machine one is told to leave, as the product decides
  /// it.
  void greeted(LineEnd fresh) {
    if (!fresh.dialled() && isFull() && !dialling.isNeighbour(fresh.peer())) {
      fresh.leave(CloseReason.FULL);
      return;
    }
    var all = links.computeIfAbsent(fresh.peer().number(), _ -> new ArrayList<>());
    all.add(fresh);
    var survivor = all.stream().reduce(this::better).orElse(fresh);
    for (var end : List.copyOf(all)) {
      if (end != survivor) {
        end.leave(CloseReason.DUPLICATE);
      }
    }
    dialling.greeted();
  }

  private boolean isFull() {
    return links.size() >= world.terms().links() + GUESTS;
  }

  private LineEnd better(LineEnd older, LineEnd newer) {
    if (older.dialled() == newer.dialled()) {
      return newer;
    }
    var iAmSmaller = device().compareTo(newer.peer().device()) < 0;
    return older.dialled() == iAmSmaller ? older : newer;
  }

  /// A connection is there, though nobody has said anything yet.
  void began(LineEnd end) {
    ends.add(end);
  }

  void ended(LineEnd end) {
    ends.remove(end);
    var all = links.get(end.peer().number());
    if (all != null && all.remove(end) && all.isEmpty()) {
      links.remove(end.peer().number());
    }
    dialling.ended(end);
  }

  /// Whether the device of a machine is linked: that one, or a copy of it.
  boolean isLinked(Machine peer) {
    return links.containsKey(peer.number())
        || (world.hasCopies()
            && world.machines(peer.device()).stream()
                .anyMatch(one -> links.containsKey(one.number())));
  }

  /// The connection to a device that stays.
  LineEnd linkTo(DeviceId peer) {
    return world.machines(peer).stream()
        .flatMap(one -> links.getOrDefault(one.number(), List.of()).stream())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  /// The overlay has no use for the connection to a peer, which ends unless it is quite new.
  void endSurplus(Machine peer) {
    List.copyOf(links.getOrDefault(peer.number(), List.of())).stream()
        .filter(end -> end.age() > WELCOME_MILLIS)
        .forEach(end -> end.leave(end.dialled() ? CloseReason.GOING_AWAY : CloseReason.FULL));
  }

  /// All greeted connections.
  List<LineEnd> lines() {
    return links.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
