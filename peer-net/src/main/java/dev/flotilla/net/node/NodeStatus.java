package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerStatus;
import java.util.List;
import java.util.Optional;

/// One consistent look at an open workspace.
///
/// @param replica under which id this copy authors
/// @param digest 64 hexadecimal digits; equal on two replicas exactly if their states are equal
/// @param pending changes that wait for others they depend on
/// @param port where this node listens; 0 if it is offline
/// @param cannotWrite why nothing can be edited or received now, such as a full disk; it goes on by
///   itself when it can
/// @param alarms what a person should look at, such as a replica that was copied; one sentence each
public record NodeStatus(
    WorkspaceId workspace,
    String workspaceName,
    DeviceId device,
    String deviceName,
    ReplicaId replica,
    VersionVector vector,
    String digest,
    List<PeerStatus> peers,
    List<Conflict> conflicts,
    int pending,
    int port,
    Optional<String> cannotWrite,
    List<String> alarms) {
  public NodeStatus {
    peers = List.copyOf(peers);
    conflicts = List.copyOf(conflicts);
    alarms = List.copyOf(alarms);
  }
}
