package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalStructures;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.tree.Move;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Trees of four nodes, where most moves meet others. Timestamps do not follow causality, so that
/// late moves are many.
class MovableTrees implements Replicated<MovableTree<String>, MovableTrees.Put> {

  record Put(String node, Optional<String> parent) {}

  /// What is read.
  record Reading(Map<String, Optional<String>> parents, List<Move<String>> ignored) {}

  private static final List<String> NODES = List.of("a", "b", "c", "日本");

  private static final Codec<MovableTree<String>> CODEC =
      CanonicalStructures.movableTree(Codec.UTF8);

  private static final int EDITS_MAX = 1 << 15;

  @Override
  public MovableTree<String> bottom() {
    return MovableTree.empty();
  }

  @Override
  public Put anyEdit(MovableTree<String> state, RandomGenerator random) {
    Optional<String> parent =
        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(Samples.oneOf(random, NODES));
    return new Put(Samples.oneOf(random, NODES), parent);
  }

  @Override
  public Delta<MovableTree<String>> edit(
      MovableTree<String> state, Dot dot, HybridTimestamp at, Put edit) {
    return state.move(timestamp(dot, at), edit.node(), edit.parent());
  }

  @Override
  public Object read(MovableTree<String> state) {
    var parents = new TreeMap<String, Optional<String>>();
    for (var node : state.nodes()) {
      parents.put(node, state.parent(node));
    }
    for (var node : NODES) {
      var below = new ArrayList<>(state.nodes());
      below.removeIf(child -> !state.parent(child).equals(Optional.of(node)));
      if (!state.children(Optional.of(node)).equals(below)) {
        throw new AssertionError("below " + node + ": " + state.children(Optional.of(node)));
      }
    }
    return new Reading(parents, state.ignored());
  }

  /// All moves one after another.
  @Override
  public Object model(Collection<Event<Put>> seen) {
    var moves = new ArrayList<Move<String>>();
    for (var event : seen) {
      var at = timestamp(event.dot(), event.at());
      moves.add(new Move<>(at, event.edit().node(), event.edit().parent()));
    }
    moves.sort((one, other) -> one.at().compareTo(other.at()));
    var parents = new TreeMap<String, Optional<String>>();
    var ignored = new ArrayList<Move<String>>();
    for (var move : moves) {
      if (isBelow(parents, move.node(), move.parent())) {
        ignored.add(move);
      } else {
        parents.put(move.node(), move.parent());
      }
    }
    return new Reading(parents, ignored);
  }

  @Override
  public Codec<MovableTree<String>> codec() {
    return CODEC;
  }

  private static boolean isBelow(
      Map<String, Optional<String>> parents, String node, Optional<String> at) {
    return at.isPresent()
        && (at.get().equals(node)
            || isBelow(parents, node, parents.getOrDefault(at.get(), Optional.empty())));
  }

  private static LamportTimestamp timestamp(Dot dot, HybridTimestamp at) {
    return new LamportTimestamp(at.wallMillis() * EDITS_MAX + dot.counter(), dot.replica());
  }
}
