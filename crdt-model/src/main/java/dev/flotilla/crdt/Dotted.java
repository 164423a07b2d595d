package dev.flotilla.crdt;

/// A value and the operation that wrote it.
public record Dotted<V>(Dot dot, V value) {}
