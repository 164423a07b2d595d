package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;

/// A position without an element, which says that there was one.
record Deletion<E>(Dot position, Origin origin) implements Delta<FugueList<E>> {

  @Override
  public FugueList<E> fragment() {
    return FugueList.of(FugueTree.EMPTY.with(position, origin), PersistentMap.empty());
  }

  @Override
  public FugueList<E> applyTo(FugueList<E> state) {
    return state.deleted(this);
  }
}
