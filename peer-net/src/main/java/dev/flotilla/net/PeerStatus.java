package dev.flotilla.net;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import java.time.Instant;
import java.util.Optional;

/// What this device knows of another member of a workspace.
///
/// @param device who it is; empty for an address that was never reached
/// @param name the name it was admitted with; empty while unknown
/// @param address where it was last reached, as `host:port`; empty if never
/// @param state what the link is doing now
/// @param vector what the peer has on its disk, as far as it told; it may have more
/// @param lastSeen when it last said anything
/// @param detail one sentence for people, for example why it was refused
public record PeerStatus(
    Optional<DeviceId> device,
    String name,
    String address,
    PeerState state,
    VersionVector vector,
    Optional<Instant> lastSeen,
    Optional<String> detail) {}
