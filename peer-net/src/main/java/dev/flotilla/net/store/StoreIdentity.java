package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import java.util.Optional;

/// Which workspace a database holds, and as which replica.
///
/// @param replica fresh for every database, never copied, never used again
/// @param inviter whose invitation it joined with; empty at the founder
public record StoreIdentity(WorkspaceId workspace, ReplicaId replica, Optional<DeviceId> inviter) {}
