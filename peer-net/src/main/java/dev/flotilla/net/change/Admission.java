package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Role;

/// A device was let in by the operation `dot`. It counts for the changes that have seen `dot`.
///
/// @param dot names a lineage
public record Admission(DeviceId device, Role role, HybridTimestamp at, Dot dot) {}
