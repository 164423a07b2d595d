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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

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
  private final List<Machine> machines = new ArrayList<>();
  private final Map<DeviceId, Machine> byDevice = new HashMap<>();
  private final Traffic traffic = new Traffic();
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
    begin();
  }

  private void begin() {
    var random = chance.of("devices");
    var devices = new ArrayList<Signatory>();
    for (var i = 0; i < terms.machines(); i++) {
      devices.add(SimulatedDevice.drawn(random));
    }
    var owner = devices.getFirst();
    var founding =
        Founding.of(
            "Simulated", List.of("development", "production"), owner.key(), "machine 0", random);
    for (var i = 0; i < terms.machines(); i++) {
      Optional<DeviceId> inviter = i == 0 ? Optional.empty() : Optional.of(owner.id());
      var identity = new StoreIdentity(founding.id(), ReplicaId.random(random), inviter);
      var clock = new MachineClock(time);
      machines.add(new Machine(this, i, devices.get(i), clock, disk(i, identity, clock)));
    }
    machines.forEach(machine -> byDevice.put(machine.device(), machine));
    machines.getFirst().start();
    var engine = machines.getFirst().running();
    require(engine.found(founding));
    var admissions = new ArrayList<Operation>();
    for (var i = 1; i < terms.machines(); i++) {
      admissions.add(new Operation.AdmitMember(devices.get(i).key(), "machine " + i, Role.EDITOR));
    }
    require(engine.append(admissions));
    machines.forEach(Machine::start);
    machines.forEach(machine -> machine.disk().settle());
  }

  /// Another engine of a machine's device, on an empty disk of its own; it trusts machine 0.
  Engine newcomer(int number) {
    var machine = machines.get(number);
    var inviter = Optional.of(machines.getFirst().device());
    var id = machines.getFirst().running().port().workspace();
    var random = chance.of("newcomer", number);
    var identity = new StoreIdentity(id, ReplicaId.random(random), inviter);
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
    return machines.get(number);
  }

  List<Machine> machines() {
    return machines;
  }

  long edits() {
    return edits;
  }

  /// The machine of a device.
  Machine machine(DeviceId device) {
    var found = byDevice.get(device);
    if (found == null) {
      throw new IllegalArgumentException("no machine has the device " + device);
    }
    return found;
  }

  /// A connection has been made.
  void connect(Machine from, Machine to) {
    new Line(this, from, to, lines++).start();
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
    var least = new TreeMap<ReplicaId, Long>(machines.getFirst().vector().asMap());
    for (var machine : machines) {
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
      machines.forEach(Machine::mindDeath);
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
    var heads = machines.getFirst().engine().map(Engine::heads);
    return heads.isPresent()
        && machines.stream().allMatch(machine -> machine.engine().map(Engine::heads).equals(heads));
  }
}
