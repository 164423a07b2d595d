package dev.flotilla.simulation;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Engine;
import dev.flotilla.net.node.Founding;
import dev.flotilla.net.node.Surroundings;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.simulation.disk.Disk;
import dev.flotilla.simulation.disk.MemoryDisk;
import dev.flotilla.simulation.disk.SqliteDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/// Machines, the network between them, and time. For one thread, and without any other source of
/// time or chance than its own.
final class World {
  /// Nothing in the product may be busy without time passing.
  private static final long EVENTS_AT_ONE_MOMENT = 1_000_000;

  /// The engine warns of what the scenario does to it. Held here, since the logging of Java forgets
  /// what nobody holds.
  private static final Logger ENGINE = Logger.getLogger("dev.flotilla.net");

  static {
    ENGINE.setLevel(Level.OFF);
  }

  private final Terms terms;
  private final Path folder;
  private final Chance chance;
  private final Timeline time = new Timeline();
  private final Trace trace = new Trace(time);
  private final Ledger ledger = new Ledger();
  private final SharedVerifier verifier = new SharedVerifier();
  private final Plants plants;
  private final Air air;
  private final TreeMap<Integer, Machine> machines = new TreeMap<>();
  private final Map<DeviceId, List<Machine>> byDevice = new HashMap<>();
  private final Founding founding;
  private final Traffic traffic = new Traffic();
  private final Set<Machine> doomed = new LinkedHashSet<>();
  private long edits;
  private long lines;
  private long moment;
  private long atMoment;

  /// @param folder for real files; unused by the model
  World(Terms terms, long seed, Path folder) {
    this.terms = terms;
    this.folder = folder;
    this.chance = new Chance(seed);
    this.plants = new Plants(terms.plant());
    this.air = new Air(terms.weather());
    var random = chance.of("devices");
    var devices = new ArrayList<Signatory>();
    for (var i = 0; i < terms.machines(); i++) {
      devices.add(SimulatedDevice.drawn(random));
    }
    var owner = devices.getFirst();
    this.founding =
        Founding.of(
            "Simulated", List.of("development", "production"), owner.key(), "machine 0", random);
    for (var i = 0; i < terms.machines(); i++) {
      add(i, devices.get(i), identity(i, random, owner.id()));
    }
    begin(devices);
  }

  private StoreIdentity identity(int number, RandomGenerator random, DeviceId owner) {
    return new StoreIdentity(
        founding.id(),
        ReplicaId.random(random),
        number == 0 ? Optional.empty() : Optional.of(owner));
  }

  private Machine add(int number, Signatory device, StoreIdentity identity) {
    var clock = new MachineClock(time);
    var added = new Machine(this, number, device, clock, disk(number, identity, clock));
    machines.put(number, added);
    byDevice.computeIfAbsent(device.id(), _ -> new ArrayList<>()).add(added);
    return added;
  }

  private void begin(List<Signatory> devices) {
    var founder = machine(0);
    founder.start();
    require(founder.running().found(founding));
    var admissions = new ArrayList<Operation>();
    for (var i = 1; i < terms.machines(); i++) {
      admissions.add(new Operation.AdmitMember(devices.get(i).key(), "machine " + i, Role.EDITOR));
    }
    require(founder.running().append(admissions));
    machines().forEach(Machine::start);
    machines().forEach(machine -> machine.disk().settle());
  }

  /// A machine that was copied, its disk included; the copy is down.
  Machine copy(Machine original, int number) {
    var identity = identity(number, chance.of("copy", number), machine(0).device());
    var copy = add(number, original.signatory(), identity);
    copy.disk().restore(original.disk().image());
    ledger.exchanged(copy, ledger.promise(original));
    return copy;
  }

  /// The machine of a new device, which a member lets in; it is down, and its disk is empty.
  Machine admit(Machine inviter, int number) {
    var random = chance.of("admitted", number);
    var device = SimulatedDevice.drawn(random);
    require(inviter.running().admit(device.key(), "machine " + number, Role.EDITOR));
    return add(number, device, identity(number, random, inviter.device()));
  }

  /// Another engine of a machine's device, on an empty disk of its own; it trusts machine 0.
  Engine newcomer(Machine machine) {
    var random = chance.of("newcomer", machine.number());
    var identity = identity(-1, random, machine(0).device());
    var around =
        new Surroundings(machine.signatory(), "newcomer", machine.clock(), random, verifier);
    try {
      return Engine.open(new MemoryDisk(identity, MemoryDisk.Sync.FULL).open(), around);
    } catch (StoreException e) {
      throw new IllegalStateException("a disk in memory does not fail", e);
    }
  }

  private Disk disk(int number, StoreIdentity identity, MachineClock clock) {
    if (!terms.sqlite()) {
      return new MemoryDisk(identity, terms.sync());
    }
    try {
      var own = Files.createDirectories(folder.resolve("machine-" + number));
      return new SqliteDisk(own, identity, clock, chance.of("files", number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(EditOutcome outcome) {
    if (outcome instanceof EditOutcome.Refused(var refusal)) {
      throw new IllegalStateException(refusal.message());
    }
  }

  Terms terms() {
    return terms;
  }

  Chance chance() {
    return chance;
  }

  Timeline time() {
    return time;
  }

  Trace trace() {
    return trace;
  }

  Ledger ledger() {
    return ledger;
  }

  SharedVerifier verifier() {
    return verifier;
  }

  Plants plants() {
    return plants;
  }

  Air air() {
    return air;
  }

  Traffic traffic() {
    return traffic;
  }

  Machine machine(int number) {
    var found = machines.get(number);
    if (found == null) {
      throw new IllegalArgumentException("there is no machine " + number);
    }
    return found;
  }

  boolean hasMachine(int number) {
    return machines.containsKey(number);
  }

  /// All machines, copies included.
  Collection<Machine> machines() {
    return machines.values();
  }

  /// How many devices there are.
  int devices() {
    return byDevice.size();
  }

  long edits() {
    return edits;
  }

  /// Whether two machines have the same device.
  boolean hasCopies() {
    return machines.size() > byDevice.size();
  }

  /// The machine of a device, and its copies.
  List<Machine> machines(DeviceId device) {
    return byDevice.getOrDefault(device, List.of());
  }

  /// A connection has been made.
  void connect(Machine from, Machine to) {
    new Line(this, from, to, lines++).start();
  }

  /// A machine will go down at one of its next writes.
  void doom(Machine machine) {
    doomed.add(machine);
  }

  /// A frame goes out.
  void sent(LineEnd from, LineEnd to, byte[] frame) {
    traffic.count(frame);
    trace.frame(from.machine().number(), to.machine().number(), frame);
  }

  /// Changes were given to a machine.
  void delivered(LineEnd from, LineEnd to) {
    plants.delivered(from, to);
  }

  /// Somebody's edit was accepted and is on disk.
  void edited(Machine machine) {
    edits++;
    trace.tell(machine + " edits");
  }

  /// What every machine has, the sleeping ones included: nothing, if one is down.
  VersionVector everywhere() {
    var least = new TreeMap<ReplicaId, Long>(machine(0).vector().asMap());
    for (var machine : machines()) {
      var vector = machine.vector();
      least.replaceAll((author, counter) -> Math.min(counter, vector.get(author)));
    }
    least.values().removeIf(counter -> counter == 0);
    return VersionVector.of(least);
  }

  /// Lets time pass until then.
  void runUntil(long end) {
    while (time.next(end)) {
      ledger.throwIfBroken();
      doomed.removeIf(Machine::mindDeath);
      if (time.now() == moment) {
        atMoment++;
        if (atMoment > EVENTS_AT_ONE_MOMENT) {
          throw new Violation("something is busy for ever");
        }
      } else {
        moment = time.now();
        atMoment = 0;
      }
    }
    ledger.throwIfBroken();
  }

  /// Whether all have the same.
  boolean isConverged() {
    var heads = machine(0).engine().map(Engine::heads);
    return heads.isPresent()
        && machines().stream()
            .allMatch(machine -> machine.engine().map(Engine::heads).equals(heads));
  }
}
