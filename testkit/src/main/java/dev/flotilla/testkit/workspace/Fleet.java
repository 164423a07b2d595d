package dev.flotilla.testkit.workspace;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Role;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Replicas of one workspace, edited and synchronised by hand. Replica 0 founds it with the
/// environments `development` and `production` and admits the others; then all have the same.
///
/// For one thread. Clocks are counters: each edit of any replica is later than the one before, plus
/// what [#setClock] says.
public final class Fleet {
  private final List<Workspace> workspaces = new ArrayList<>();
  private final List<List<FleetChange>> logs = new ArrayList<>();
  private final long[] clockOffsets;
  private long time = 1_000;

  /// A fleet of that many replicas.
  public Fleet(int replicas) {
    clockOffsets = new long[replicas];
    for (int n = 0; n < replicas; n++) {
      workspaces.add(Workspace.EMPTY);
      logs.add(new ArrayList<>());
    }
    found(replicas);
    syncAll();
    for (int n = 1; n < replicas; n++) {
      author(n, List.of(new Operation.OpenReplica(device(n), "device-" + n)));
    }
    syncAll();
  }

  private void found(int replicas) {
    var operations = new ArrayList<Operation>();
    operations.add(new Operation.OpenReplica(device(0), "device-0"));
    operations.add(new Operation.FoundWorkspace(Octets.of(new byte[16]), "Fleet"));
    for (int n = 1; n < replicas; n++) {
      operations.add(new Operation.AdmitMember(device(n), "device-" + n, Role.EDITOR));
    }
    author(0, operations);
    edit(0, new Edit.CreateEnvironment("development", 1));
    edit(0, new Edit.CreateEnvironment("production", 2));
  }

  /// The key of a replica's device.
  public static DeviceKey device(int replica) {
    byte[] key = new byte[DeviceKey.BYTES];
    Arrays.fill(key, (byte) (replica + 1));
    return DeviceKey.of(key);
  }

  /// The id of a replica.
  public static ReplicaId id(int replica) {
    return Samples.replica(replica);
  }

  /// The number of replicas.
  public int size() {
    return workspaces.size();
  }

  /// What a replica has now.
  public Workspace workspace(int replica) {
    return workspaces.get(replica);
  }

  /// All changes that a replica has, in the order in which it applied them.
  public List<FleetChange> log(int replica) {
    return List.copyOf(logs.get(replica));
  }

  /// From now on the clock of a replica is that many milliseconds ahead, or behind if negative.
  public void setClock(int replica, long aheadMillis) {
    clockOffsets[replica] = aheadMillis;
  }

  /// Makes a change of the edits, if they are accepted.
  public Plan tryEdit(int replica, Edit... edits) {
    var now = workspaces.get(replica);
    var plan = EditPlanner.plan(now, List.of(edits), NextDots.of(now, id(replica)));
    if (plan instanceof Plan.Accepted(var operations)) {
      author(replica, operations);
    }
    return plan;
  }

  /// Makes a change of the edits.
  ///
  /// @throws AssertionError if they are refused
  public void edit(int replica, Edit... edits) {
    if (tryEdit(replica, edits) instanceof Plan.Refused(var refusal)) {
      throw new AssertionError(refusal.message());
    }
  }

  /// Makes a change of operations, without checks.
  public void author(int replica, List<Operation> operations) {
    var now = workspaces.get(replica);
    long wall = Math.max(0, time++ + clockOffsets[replica]);
    take(
        replica,
        new FleetChange(
            id(replica),
            now.vector().get(id(replica)) + 1,
            new HybridTimestamp(wall, 0),
            List.copyOf(operations),
            now.vector()));
  }

  /// `to` takes everything that `from` has.
  public void sync(int to, int from) {
    for (var change : List.copyOf(logs.get(from))) {
      if (workspaces.get(to).vector().get(change.author()) < change.first()) {
        take(to, change);
      }
    }
  }

  /// Everybody takes everything.
  public void syncAll() {
    for (int to = 0; to < size(); to++) {
      for (int from = 0; from < size(); from++) {
        sync(to, from);
      }
    }
  }

  /// Whether all replicas have seen the same.
  public boolean isInSync() {
    VersionVector first = workspaces.getFirst().vector();
    return workspaces.stream().allMatch(workspace -> workspace.vector().equals(first));
  }

  private void take(int replica, FleetChange change) {
    workspaces.set(replica, change.applyTo(workspaces.get(replica)));
    logs.get(replica).add(change);
  }
}
