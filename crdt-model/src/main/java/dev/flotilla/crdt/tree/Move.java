package dev.flotilla.crdt.tree;

import dev.flotilla.crdt.time.LamportTimestamp;
import java.util.Optional;

/// A node was put below a parent. Making a node is its first move.
///
/// Ordered by timestamp; node and parent only tell moves apart that share one against the rules.
///
/// @param parent none for the top level
public record Move<N extends Comparable<N>>(LamportTimestamp at, N node, Optional<N> parent)
    implements Comparable<Move<N>> {

  @Override
  public int compareTo(Move<N> other) {
    int byTime = at.compareTo(other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byNode = node.compareTo(other.node);
    if (byNode != 0) {
      return byNode;
    }
    if (parent.isEmpty() || other.parent.isEmpty()) {
      return Boolean.compare(parent.isPresent(), other.parent.isPresent());
    }
    return parent.get().compareTo(other.parent.get());
  }
}
