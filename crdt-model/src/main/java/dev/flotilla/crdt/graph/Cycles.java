package dev.flotilla.crdt.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The cycles of a directed graph, as values.
///
/// A graph is given as the successors of each vertex; a vertex that is only a successor has none
/// itself. Nothing here recurses, so no chain is too long. Equal graphs have equal answers.
///
/// @see <a href="https://doi.org/10.1137/0201010">Tarjan 1972, Depth-First Search and Linear Graph
///   Algorithms</a>
public final class Cycles {

  private Cycles() {}

  /// One shortest cycle of each of the [#components], through its least vertex: that vertex first,
  /// each with an edge to the next and the last with one to the first. Sorted.
  ///
  /// Other vertices of a component may lie on other cycles: ask [#components] for all of them.
  /// Costs O(n log n) for n vertices and edges.
  public static <V extends Comparable<V>> List<List<V>> of(
      Map<V, ? extends Collection<V>> successors) {
    return components(successors).stream()
        .map(component -> shortest(successors, component))
        .toList();
  }

  /// The vertices that lie on cycles, those together that reach each other: the strongly connected
  /// components that have an edge within. In the order of their least vertices.
  ///
  /// Costs O(n log n) for n vertices and edges.
  public static <V extends Comparable<V>> List<SortedSet<V>> components(
      Map<V, ? extends Collection<V>> successors) {
    var found = new ArrayList<SortedSet<V>>();
    for (var component : new StrongComponents<V>(successors).all()) {
      var least = component.first();
      if (component.size() > 1 || successorsOf(successors, least).contains(least)) {
        found.add(Collections.unmodifiableSortedSet(component));
      }
    }
    found.sort((one, other) -> one.first().compareTo(other.first()));
    return found;
  }

  /// Whether a path leads from one vertex to the other; every vertex reaches itself. So an edge
  /// from `a` to `b` closes a cycle exactly if `b` reaches `a`.
  ///
  /// Costs O(what `from` reaches).
  public static <V> boolean reaches(Map<V, ? extends Collection<V>> successors, V from, V to) {
    var seen = new HashSet<V>();
    var open = new ArrayDeque<V>();
    open.add(from);
    while (!open.isEmpty()) {
      var vertex = open.remove();
      if (vertex.equals(to)) {
        return true;
      }
      if (seen.add(vertex)) {
        open.addAll(successorsOf(successors, vertex));
      }
    }
    return false;
  }

  static <V> Collection<V> successorsOf(Map<V, ? extends Collection<V>> successors, V vertex) {
    var known = successors.get(vertex);
    return known == null ? List.of() : known;
  }

  /// Breadth first from the least vertex back to it, lesser vertices first.
  private static <V extends Comparable<V>> List<V> shortest(
      Map<V, ? extends Collection<V>> successors, SortedSet<V> component) {
    var start = component.first();
    var before = new HashMap<V, V>();
    var open = new ArrayDeque<V>();
    open.add(start);
    while (!before.containsKey(start)) {
      var vertex = open.remove();
      for (var next : new TreeSet<>(successorsOf(successors, vertex))) {
        if (component.contains(next) && before.putIfAbsent(next, vertex) == null) {
          open.add(next);
        }
      }
    }
    var path = new ArrayList<V>();
    for (var at = before.get(start); !start.equals(at); at = before.get(at)) {
      path.add(at);
    }
    path.add(start);
    return List.copyOf(path.reversed());
  }
}
