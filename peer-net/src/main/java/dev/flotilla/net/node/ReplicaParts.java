package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.metrics.Metrics;
import dev.flotilla.net.store.History;
import java.time.InstantSource;
import java.util.Optional;

/// What a replica is made of, shared by its two faces: [Replica] for programs, [ReplicaLink] for
/// connections.
///
/// @param inviter the one device that is trusted until its admission of this device has arrived
record ReplicaParts(
    WorkspaceId id,
    Optional<DeviceId> inviter,
    Writer writer,
    History history,
    Authoring authoring,
    Receiving receiving,
    Inviting inviting,
    PeerBoard board,
    Alarms alarms,
    Repairs repairs,
    Acknowledgements acknowledgements,
    Publisher publisher,
    Presences presences,
    Metrics metrics,
    InstantSource clock) {}
