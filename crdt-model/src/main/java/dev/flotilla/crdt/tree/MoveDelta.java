package dev.flotilla.crdt.tree;

import dev.flotilla.crdt.Delta;
import java.util.List;

/// One move, which needs no tree around it to be put into another.
record MoveDelta<N extends Comparable<N>>(Move<N> move) implements Delta<MovableTree<N>> {

  @Override
  public MovableTree<N> fragment() {
    return MovableTree.of(List.of(move));
  }

  @Override
  public MovableTree<N> applyTo(MovableTree<N> state) {
    return state.with(move);
  }
}
