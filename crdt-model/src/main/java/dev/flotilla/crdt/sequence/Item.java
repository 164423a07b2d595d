package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.types.Stamped;
import java.util.List;

/// An item of a [MovableList].
///
/// @param id the dot of its insertion
/// @param value that of the latest sibling
/// @param siblings the writes of the value that no other write has superseded, sorted by dot
/// @param valueInConflict whether the siblings differ
/// @param placeInConflict whether the item was moved to several places at the same time; it is at
///   the one of the latest move
public record Item<E>(
    Dot id,
    E value,
    List<Dotted<Stamped<E>>> siblings,
    boolean valueInConflict,
    boolean placeInConflict) {

  public Item {
    siblings = List.copyOf(siblings);
  }
}
