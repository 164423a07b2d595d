package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A tree with a mistake, for [PlantedBugsTest]: the last move of each node counts, without a look
/// at the others. Two people who move one folder into the other make both unreachable.
final class PlantedTrees implements Replicated<PlantedTrees.Parents, MovableTrees.Put> {

  /// When and where a node was last moved.
  record Moved(Dot dot, HybridTimestamp at, Optional<String> parent) {

    Moved later(Moved other) {
      int byTime = at.compareTo(other.at);
      return (byTime != 0 ? byTime : dot.compareTo(other.dot)) >= 0 ? this : other;
    }
  }

  /// The last move of each node.
  record Parents(Map<String, Moved> moves) implements JoinSemilattice<Parents> {
    @Override
    public Parents join(Parents other) {
      var all = new HashMap<>(moves);
      other.moves.forEach((node, moved) -> all.merge(node, moved, Moved::later));
      return new Parents(all);
    }
  }

  private final MovableTrees right = new MovableTrees();

  @Override
  public Parents bottom() {
    return new Parents(Map.of());
  }

  @Override
  public MovableTrees.Put anyEdit(Parents state, RandomGenerator random) {
    return right.anyEdit(MovableTree.empty(), random);
  }

  @Override
  public Delta<Parents> edit(Parents state, Dot dot, HybridTimestamp at, MovableTrees.Put edit) {
    return Delta.of(new Parents(Map.of(edit.node(), new Moved(dot, at, edit.parent()))));
  }

  @Override
  public Object read(Parents state) {
    var parents = new TreeMap<String, Optional<String>>();
    state.moves().forEach((node, moved) -> parents.put(node, moved.parent()));
    return parents;
  }

  @Override
  public Object model(Collection<Event<MovableTrees.Put>> seen) {
    return ((MovableTrees.Reading) right.model(seen)).parents();
  }

  /// Bytes are not what this is about: states of equal moves have equal ones.
  @Override
  public Codec<Parents> codec() {
    return Codec.of(
        (to, state) -> {
          var nodes = new ArrayList<>(new TreeMap<>(state.moves()).entrySet());
          to.utf8(nodes.toString());
        },
        from ->
            new Parents(
                Map.of(
                    from.utf8(),
                    new Moved(
                        new Dot(Samples.replica(0), 1), HybridTimestamp.ZERO, Optional.empty()))));
  }
}
