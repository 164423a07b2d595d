package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalStructures;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.graph.AddWinsGraph;
import dev.flotilla.crdt.graph.Edge;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Graphs of three vertices, where most edits meet others.
class AddWinsGraphs implements Replicated<AddWinsGraph<String>, AddWinsGraphs.Edit> {

  sealed interface Edit {
    record AddVertex(String vertex) implements Edit {}

    record RemoveVertex(String vertex) implements Edit {}

    record AddEdge(String from, String to) implements Edit {}

    record RemoveEdge(String from, String to) implements Edit {}
  }

  /// What is read.
  ///
  /// @param inCycles the vertices that lie on cycles
  record Reading(Set<String> vertices, Set<Edge<String>> edges, Set<String> inCycles) {}

  private static final List<String> VERTICES = List.of("checkout", "search", "日本");

  private static final Codec<AddWinsGraph<String>> CODEC =
      CanonicalStructures.addWinsGraph(Codec.UTF8);

  @Override
  public AddWinsGraph<String> bottom() {
    return AddWinsGraph.empty();
  }

  @Override
  public Edit anyEdit(AddWinsGraph<String> state, RandomGenerator random) {
    var one = Samples.oneOf(random, VERTICES);
    var two = Samples.oneOf(random, VERTICES);
    return switch (random.nextInt(7)) {
      case 0 -> new Edit.AddVertex(one);
      case 1, 2 -> new Edit.RemoveVertex(one);
      case 3 -> new Edit.RemoveEdge(one, two);
      default -> new Edit.AddEdge(one, two);
    };
  }

  @Override
  public Delta<AddWinsGraph<String>> edit(
      AddWinsGraph<String> state, Dot dot, HybridTimestamp at, Edit edit) {
    return switch (edit) {
      case Edit.AddVertex(var vertex) -> state.addVertex(dot, vertex);
      case Edit.RemoveVertex(var vertex) -> state.removeVertex(dot, vertex);
      case Edit.AddEdge(var from, var to) -> state.addEdge(dot, from, to);
      case Edit.RemoveEdge(var from, var to) -> state.removeEdge(dot, from, to);
    };
  }

  @Override
  public Object read(AddWinsGraph<String> state) {
    var inCycles = new TreeSet<String>();
    state.cycles().forEach(cycle -> inCycles.addAll(cycle.vertices()));
    return new Reading(state.vertices(), new HashSet<>(state.edges()), inCycles);
  }

  @Override
  public Object model(Collection<Event<Edit>> seen) {
    var vertices = new TreeSet<String>();
    for (var vertex : VERTICES) {
      if (outlives(seen, add -> confirms(add, vertex), new Edit.RemoveVertex(vertex))) {
        vertices.add(vertex);
      }
    }
    var edges = new HashSet<Edge<String>>();
    for (var from : vertices) {
      for (var to : vertices) {
        if (outlives(seen, new Edit.AddEdge(from, to)::equals, new Edit.RemoveEdge(from, to))) {
          edges.add(new Edge<>(from, to));
        }
      }
    }
    var inCycles = new TreeSet<>(vertices);
    inCycles.removeIf(vertex -> !returns(edges, vertex));
    return new Reading(vertices, edges, inCycles);
  }

  @Override
  public Codec<AddWinsGraph<String>> codec() {
    return CODEC;
  }

  /// Whether there is an add that no removal has seen.
  private static boolean outlives(
      Collection<Event<Edit>> seen, Predicate<Edit> isAdd, Edit removal) {
    return seen.stream()
        .filter(add -> isAdd.test(add.edit()))
        .anyMatch(add ->
            seen.stream().noneMatch(later -> later.edit().equals(removal) && later.hasSeen(add)));
  }

  private static boolean confirms(Edit add, String vertex) {
    return switch (add) {
      case Edit.AddVertex(var added) -> added.equals(vertex);
      case Edit.AddEdge(var from, var to) -> from.equals(vertex) || to.equals(vertex);
      case Edit.RemoveVertex _, Edit.RemoveEdge _ -> false;
    };
  }

  /// Whether edges lead from the vertex back to it.
  private static boolean returns(Set<Edge<String>> edges, String vertex) {
    var reached = new HashSet<String>();
    for (int i = 0; i < VERTICES.size(); i++) {
      for (var edge : edges) {
        if (edge.from().equals(vertex) || reached.contains(edge.from())) {
          reached.add(edge.to());
        }
      }
    }
    return reached.contains(vertex);
  }
}
