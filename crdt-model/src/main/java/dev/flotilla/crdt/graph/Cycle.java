package dev.flotilla.crdt.graph;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Vertices that all lie on cycles with each other: what concurrent edits may make of edges that
/// each made sense alone. A value to show and to resolve, by removing an edge.
///
/// @param path a shortest cycle through the least of the vertices: that vertex first, each with an
///   edge to the next, and the last with one to the first
/// @param vertices all that reach each other, those of the path and perhaps more; sorted
public record Cycle<V extends Comparable<V>>(List<V> path, SortedSet<V> vertices) {

  public Cycle {
    path = List.copyOf(path);
    vertices = Collections.unmodifiableSortedSet(new TreeSet<>(vertices));
  }
}
