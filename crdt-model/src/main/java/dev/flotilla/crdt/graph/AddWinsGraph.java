package dev.flotilla.crdt.graph;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A directed graph where an add wins over a remove that has not seen it.
///
/// Adding an edge adds its two ends, or confirms them: of an edge added while somebody else removes
/// an end of it, nothing is lost. Removing a vertex hides the edges at it; they show again when it
/// is added again, unless they were removed themselves. Edges may form cycles, which [#cycles]
/// tells.
///
/// An edge has one dot in three places, each of which somebody may end alone. So there are three
/// stores with a context each, for a context cannot tell places apart: what it has seen and its
/// store does not hold, is dead everywhere. Each edit's dot is in all three contexts, which are
/// therefore equal and without early dots, once all deltas up to some have arrived.
///
/// An edit and the join of its delta cost O(log n).
///
/// @param tails the adds that keep a vertex: its own, and those of edges from it
/// @param heads the adds of edges to a vertex, which keep it as well
/// @param arcs the adds of edges, by tail, then head
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011: A comprehensive
///   study of Convergent and Commutative Replicated Data Types, the part on graphs</a>
public record AddWinsGraph<V extends Comparable<V>>(
    Causal<DotMap<V, DotSet>> tails,
    Causal<DotMap<V, DotSet>> heads,
    Causal<DotMap<V, DotMap<V, DotSet>>> arcs)
    implements JoinSemilattice<AddWinsGraph<V>> {

  /// The graph that has seen nothing.
  public static <V extends Comparable<V>> AddWinsGraph<V> empty() {
    return new AddWinsGraph<>(
        new Causal<>(DotMap.<V, DotSet>empty(), CausalContext.EMPTY),
        new Causal<>(DotMap.<V, DotSet>empty(), CausalContext.EMPTY),
        new Causal<>(DotMap.<V, DotMap<V, DotSet>>empty(), CausalContext.EMPTY));
  }

  /// Adds the vertex, or confirms it.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the vertex is larger than a key may be
  public Delta<AddWinsGraph<V>> addVertex(Dot dot, V vertex) {
    return Delta.of(
        new AddWinsGraph<>(added(dot, tails, Limits.key(vertex)), untouched(dot), untouched(dot)));
  }

  /// Removes the adds of the vertex that this graph has seen, those by edges at it included. The
  /// edges hide.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the vertex is larger than a key may be
  public Delta<AddWinsGraph<V>> removeVertex(Dot dot, V vertex) {
    Limits.key(vertex);
    return Delta.of(
        new AddWinsGraph<>(
            removed(dot, tails, vertex), removed(dot, heads, vertex), untouched(dot)));
  }

  /// Adds the edge, and confirms both its ends.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if an end is larger than a key may be
  public Delta<AddWinsGraph<V>> addEdge(Dot dot, V from, V to) {
    return Delta.of(
        new AddWinsGraph<>(
            added(dot, tails, Limits.key(from)),
            added(dot, heads, Limits.key(to)),
            arc(from, added(dot, arcsFrom(from), to))));
  }

  /// Removes the adds of the edge that this graph has seen. Its ends stay.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if an end is larger than a key may be
  public Delta<AddWinsGraph<V>> removeEdge(Dot dot, V from, V to) {
    Limits.key(from);
    Limits.key(to);
    return Delta.of(
        new AddWinsGraph<>(
            untouched(dot), untouched(dot), arc(from, removed(dot, arcsFrom(from), to))));
  }

  /// Whether the vertex is in the graph. Costs O(log n).
  public boolean contains(V vertex) {
    return isAlive(tails.store().get(vertex)) || isAlive(heads.store().get(vertex));
  }

  /// Whether the edge is in the graph, and not hidden. Costs O(log n).
  public boolean containsEdge(V from, V to) {
    return contains(from) && contains(to) && isAlive(arcsFrom(from).store().get(to));
  }

  /// The vertices, sorted. Costs O(n log n).
  public SortedSet<V> vertices() {
    var vertices = new TreeSet<V>();
    for (var part : List.of(tails, heads)) {
      for (var entry : part.store().entries()) {
        if (isAlive(entry.getValue())) {
          vertices.add(entry.getKey());
        }
      }
    }
    return Collections.unmodifiableSortedSet(vertices);
  }

  /// The edges whose ends are both in the graph, sorted. Costs O(n log n).
  public List<Edge<V>> edges() {
    var edges = new ArrayList<Edge<V>>();
    successors().forEach((from, heads) -> heads.forEach(to -> edges.add(new Edge<>(from, to))));
    return Collections.unmodifiableList(edges);
  }

  /// Where edges lead from the vertex, sorted. Costs O(k log n) for k edges from it.
  public List<V> successors(V vertex) {
    if (!contains(vertex)) {
      return List.of();
    }
    var successors = new ArrayList<V>();
    for (var entry : arcsFrom(vertex).store().entries()) {
      if (isAlive(entry.getValue()) && contains(entry.getKey())) {
        successors.add(entry.getKey());
      }
    }
    Collections.sort(successors);
    return Collections.unmodifiableList(successors);
  }

  /// What the edges that are not hidden form cycles of, in the order of the least vertices. Costs
  /// O(n log n).
  public List<Cycle<V>> cycles() {
    var successors = successors();
    var paths = Cycles.of(successors);
    var components = Cycles.components(successors);
    var cycles = new ArrayList<Cycle<V>>();
    for (int i = 0; i < paths.size(); i++) {
      cycles.add(new Cycle<>(paths.get(i), components.get(i)));
    }
    return List.copyOf(cycles);
  }

  @Override
  public AddWinsGraph<V> join(AddWinsGraph<V> other) {
    return new AddWinsGraph<>(
        tails.join(other.tails), heads.join(other.heads), arcs.join(other.arcs));
  }

  private SortedMap<V, List<V>> successors() {
    var successors = new TreeMap<V, List<V>>();
    for (var vertex : vertices()) {
      successors.put(vertex, successors(vertex));
    }
    return successors;
  }

  private Causal<DotMap<V, DotSet>> arcsFrom(V vertex) {
    return new Causal<>(
        arcs.store().entries().getOrDefault(vertex, DotMap.empty()), arcs.context());
  }

  private static <V> Causal<DotMap<V, DotSet>> added(
      Dot dot, Causal<DotMap<V, DotSet>> part, V key) {
    return edited(dot, part, key, DotSet.of(dot));
  }

  private static <V> Causal<DotMap<V, DotSet>> removed(
      Dot dot, Causal<DotMap<V, DotSet>> part, V key) {
    return edited(dot, part, key, DotSet.EMPTY);
  }

  private static <V> Causal<DotMap<V, DotSet>> edited(
      Dot dot, Causal<DotMap<V, DotSet>> part, V key, DotSet now) {
    var superseded = part.store().get(key);
    var context = superseded == null ? CausalContext.EMPTY : CausalContext.of(superseded.dots());
    return new Causal<>(DotMap.partial(PersistentMap.of(key, now)), context.with(dot));
  }

  private static <V> Causal<DotMap<V, DotMap<V, DotSet>>> arc(
      V from, Causal<DotMap<V, DotSet>> edited) {
    return new Causal<>(DotMap.partial(PersistentMap.of(from, edited.store())), edited.context());
  }

  private static <V, S extends DotStore<S>> Causal<DotMap<V, S>> untouched(Dot dot) {
    return new Causal<>(DotMap.partial(PersistentMap.<V, S>empty()), CausalContext.of(dot));
  }

  private static boolean isAlive(@Nullable DotSet dots) {
    return dots != null && !dots.isEmpty();
  }
}
