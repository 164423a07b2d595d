package dev.flotilla.crdt.types;

import dev.flotilla.crdt.time.HybridTimestamp;

/// A value and when it was written.
public record Stamped<V>(HybridTimestamp at, V value) {}
