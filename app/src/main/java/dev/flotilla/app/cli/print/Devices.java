package dev.flotilla.app.cli.print;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Workspace;

/// Who authored something, by name.
public final class Devices {
  private Devices() {}

  /// The name of the device behind a replica; the replica's short id if it is not known yet.
  public static String name(Workspace workspace, ReplicaId replica) {
    return workspace
        .origin(replica)
        .map(origin -> origin.deviceName())
        .orElseGet(replica::shortName);
  }
}
