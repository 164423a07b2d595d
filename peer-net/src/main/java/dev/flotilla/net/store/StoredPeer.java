package dev.flotilla.net.store;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import java.time.Instant;

/// What was last known of another device.
///
/// @param address where it was reached, as `host:port`; may be empty
/// @param vector what it had acknowledged
public record StoredPeer(DeviceId device, String address, VersionVector vector, Instant seen) {}
