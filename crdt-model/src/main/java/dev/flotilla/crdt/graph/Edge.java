package dev.flotilla.crdt.graph;

/// A way from one vertex to another, or to itself.
public record Edge<V>(V from, V to) {}
