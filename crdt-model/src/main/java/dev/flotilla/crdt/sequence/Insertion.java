package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;

/// An element at a new position.
record Insertion<E>(Dot position, Origin origin, E element) implements Delta<FugueList<E>> {

  @Override
  public FugueList<E> fragment() {
    return FugueList.of(
        FugueTree.EMPTY.with(position, origin), PersistentMap.of(position, element));
  }

  @Override
  public FugueList<E> applyTo(FugueList<E> state) {
    return state.inserted(this);
  }
}
