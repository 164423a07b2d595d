package dev.flotilla.app.rehearsal;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Workspace;
import java.time.Duration;

/// One machine of a [RehearsalFleet], as it is at a moment.
///
/// @param skew how far its clock is ahead
/// @param clock the newest timestamp that it gave or saw
/// @param changes how many it has made
/// @param workspace what it knows
public record RehearsalMachine(
    ReplicaId replica,
    DeviceKey key,
    String name,
    Duration skew,
    HybridTimestamp clock,
    long changes,
    Workspace workspace) {
  /// A machine that knows nothing yet.
  ///
  /// @param seed makes its key, from 1 to 127
  public static RehearsalMachine named(String name, ReplicaId replica, int seed) {
    byte[] bytes = new byte[DeviceKey.BYTES];
    java.util.Arrays.fill(bytes, (byte) seed);
    return new RehearsalMachine(
        replica,
        DeviceKey.of(bytes),
        name,
        Duration.ZERO,
        HybridTimestamp.ZERO,
        0,
        Workspace.EMPTY);
  }

  /// The same with a clock that is wrong.
  public RehearsalMachine ahead(Duration newSkew) {
    return new RehearsalMachine(replica, key, name, newSkew, clock, changes, workspace);
  }

  /// The same, whose first change has the number 0: it is not one that people make.
  public RehearsalMachine uncounted() {
    return new RehearsalMachine(replica, key, name, skew, clock, -1, workspace);
  }

  RehearsalMachine knowing(Workspace newWorkspace, HybridTimestamp newClock, long newChanges) {
    return new RehearsalMachine(replica, key, name, skew, newClock, newChanges, newWorkspace);
  }
}
