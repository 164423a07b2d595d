package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import java.util.Optional;

/// Where a position hangs in a [FugueTree]. Never changes.
///
/// Ordered by parent, the root first, then by side.
///
/// @param parent the position it hangs from; none for the root, which lies before all positions and
///   has no left children
public record Origin(Optional<Dot> parent, Side side) implements Comparable<Origin> {

  /// At the root's right side: what the first position of an empty sequence has.
  public static final Origin START = new Origin(Optional.empty(), Side.RIGHT);

  public Origin {
    if (parent.isEmpty() && side == Side.LEFT) {
      throw new IllegalArgumentException("nothing lies before the root");
    }
  }

  @Override
  public int compareTo(Origin other) {
    if (parent.isEmpty() || other.parent.isEmpty()) {
      int byPresence = Boolean.compare(parent.isPresent(), other.parent.isPresent());
      return byPresence != 0 ? byPresence : side.compareTo(other.side);
    }
    int byParent = parent.get().compareTo(other.parent.get());
    return byParent != 0 ? byParent : side.compareTo(other.side);
  }
}
