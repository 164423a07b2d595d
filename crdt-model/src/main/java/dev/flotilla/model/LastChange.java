package dev.flotilla.model;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;

/// The latest write of an entity that nothing has replaced: on which replica, and when.
public record LastChange(ReplicaId replica, HybridTimestamp at) {}
