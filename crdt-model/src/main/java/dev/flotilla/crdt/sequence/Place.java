package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;

/// A position and the number that says where it lies in an [Order]; ordered by that.
///
/// @param label of use within one order alone: another replica's differs
/// @param shown whether there is something at the position
record Place(long label, Dot position, boolean shown) implements Ranked.Key<Place> {

  @Override
  public int weight() {
    return shown ? 1 : 0;
  }

  @Override
  public int order(Place other) {
    return Long.compare(label, other.label);
  }
}
