package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;

/// Names one change by its place in its author's chain.
///
/// @param seq counts an author's changes from 1
public record ChangeRef(ReplicaId author, long seq) {}
