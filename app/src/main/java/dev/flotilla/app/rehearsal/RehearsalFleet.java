package dev.flotilla.app.rehearsal;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.node.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Machines, what each of them did, and who hears whom. Machines of one part of the network have
/// everything of each other at once.
///
/// Not safe for several threads.
public final class RehearsalFleet {
  private final List<RehearsalMachine> machines = new ArrayList<>();
  private final List<LogEntry> log = new ArrayList<>();

  /// By machine, the part of the network that it is in.
  private final int[] parts;

  /// What somebody knows who has heard everything.
  private Workspace everything = Workspace.EMPTY;

  private Instant now;

  private RehearsalFleet(List<RehearsalMachine> machines, Instant start) {
    this.machines.addAll(machines);
    this.parts = new int[machines.size()];
    this.now = start;
  }

  /// A fleet that is as this one is now, and goes its own way. Cost: machines and changes.
  public RehearsalFleet copy() {
    RehearsalFleet copy = new RehearsalFleet(machines, now);
    copy.log.addAll(log);
    copy.everything = everything;
    System.arraycopy(parts, 0, copy.parts, 0, parts.length);
    return copy;
  }

  /// The first machine founds a workspace, and all others join it.
  ///
  /// @param sample edits that are part of the founding
  public static RehearsalFleet founded(
      String workspace, List<RehearsalMachine> machines, Instant start, Edit... sample) {
    RehearsalFleet fleet = new RehearsalFleet(machines, start);
    List<Operation> founding = new ArrayList<>();
    founding.add(fleet.opening(0));
    founding.add(new Operation.FoundWorkspace(Octets.of(new byte[16]), workspace));
    for (RehearsalMachine other : machines.subList(1, machines.size())) {
      founding.add(new Operation.AdmitMember(other.key(), other.name(), Role.EDITOR));
    }
    founding.addAll(fleet.sample(founding, sample));
    fleet.commit(0, founding, "");
    for (int other = 1; other < machines.size(); other++) {
      fleet.commit(other, List.of(fleet.opening(other)), "");
    }
    return fleet;
  }

  private List<Operation> sample(List<Operation> founding, Edit... edits) {
    if (edits.length == 0) {
      return List.of();
    }
    ReplicaId founder = machines.getFirst().replica();
    HybridTimestamp at = new HybridTimestamp(now.toEpochMilli(), 0);
    Workspace founded = Workspace.EMPTY.apply(founder, 1, at, founding);
    return switch (EditPlanner.plan(founded, List.of(edits), NextDots.of(founded, founder))) {
      case Plan.Accepted accepted -> accepted.operations();
      case Plan.Refused refused -> throw new IllegalArgumentException(refused.refusal().message());
    };
  }

  private Operation opening(int machine) {
    return new Operation.OpenReplica(machines.get(machine).key(), machines.get(machine).name());
  }

  public List<RehearsalMachine> machines() {
    return List.copyOf(machines);
  }

  /// Every change in the order in which it was made.
  public List<LogEntry> log() {
    return List.copyOf(log);
  }

  /// What the machines know together.
  public Workspace everything() {
    return everything;
  }

  /// How many changes a machine does not have.
  public int missing(int machine) {
    return (int) log.stream().filter(change -> !has(machine, change)).count();
  }

  /// Sets how far the clock of a machine is ahead.
  public void setClock(int machine, Duration ahead) {
    machines.set(machine, machines.get(machine).ahead(ahead));
  }

  /// The part of the network that a machine is in. Machines of one part hear each other.
  public int part(int machine) {
    return parts[machine];
  }

  /// Time passes before what comes next.
  public void at(Instant instant) {
    now = instant;
  }

  public Instant now() {
    return now;
  }

  /// Edits as one change at a machine; those that hear it have it at once.
  ///
  /// @return why it was refused; empty if it was not
  public Optional<Refusal> edit(int machine, String message, Edit... edits) {
    RehearsalMachine author = machines.get(machine);
    return switch (EditPlanner.plan(
        author.workspace(), List.of(edits), NextDots.of(author.workspace(), author.replica()))) {
      case Plan.Accepted accepted -> {
        commit(machine, accepted.operations(), message);
        yield Optional.empty();
      }
      case Plan.Refused refused -> Optional.of(refused.refusal());
    };
  }

  /// Puts machines into a part of their own; they hear nobody else until somebody mends that. Those
  /// that meet there tell each other what they have.
  public void cut(int part, int... apart) {
    for (int machine : apart) {
      parts[machine] = part;
    }
    exchange();
  }

  /// Puts each machine into a part; those that meet have everything of each other at once.
  ///
  /// @param newParts by machine
  public void arrange(int... newParts) {
    if (newParts.length != parts.length) {
      throw new IllegalArgumentException(newParts.length + " parts for " + parts.length);
    }
    System.arraycopy(newParts, 0, parts, 0, parts.length);
    exchange();
  }

  /// Everybody hears everybody again.
  public void heal() {
    java.util.Arrays.fill(parts, 0);
    exchange();
  }

  /// Everybody has what those have that it hears.
  public void exchange() {
    for (LogEntry change : log) {
      for (int machine = 0; machine < machines.size(); machine++) {
        if (!has(machine, change) && isHeard(machine, change)) {
          take(machine, change);
        }
      }
    }
  }

  private boolean isHeard(int machine, LogEntry change) {
    for (int other = 0; other < machines.size(); other++) {
      if (parts[other] == parts[machine] && has(other, change)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int machine, LogEntry change) {
    return machines.get(machine).workspace().vector().get(change.author()) >= change.first();
  }

  private void commit(int machine, List<Operation> operations, String message) {
    if (operations.isEmpty()) {
      return;
    }
    RehearsalMachine author = machines.get(machine);
    ReplicaId replica = author.replica();
    long first = author.workspace().vector().get(replica) + 1;
    HybridTimestamp wall = new HybridTimestamp(now.plus(author.skew()).toEpochMilli(), 0);
    HybridTimestamp at = wall.compareTo(author.clock()) > 0 ? wall : author.clock().next();
    VersionVector past = author.workspace().vector().with(replica, first + operations.size() - 1);
    String name = replica + "/" + (author.changes() + 1);
    LogEntry change =
        new LogEntry(
            ChangeHash.ofBytes(name.getBytes(StandardCharsets.UTF_8)),
            replica,
            author.name(),
            author.changes() + 1,
            first,
            at,
            message,
            operations,
            past);
    log.add(change);
    everything = everything.apply(replica, first, at, operations);
    Workspace after = author.workspace().apply(replica, first, at, operations);
    machines.set(machine, author.knowing(after, at, author.changes() + 1));
    for (int other = 0; other < machines.size(); other++) {
      if (other != machine && parts[other] == parts[machine]) {
        take(other, change);
      }
    }
  }

  private void take(int machine, LogEntry change) {
    RehearsalMachine before = machines.get(machine);
    Workspace after =
        before.workspace().apply(change.author(), change.first(), change.at(), change.operations());
    HybridTimestamp clock =
        change.at().compareTo(before.clock()) > 0 ? change.at() : before.clock();
    machines.set(machine, before.knowing(after, clock, before.changes()));
  }
}
