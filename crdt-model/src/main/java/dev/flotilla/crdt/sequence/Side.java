package dev.flotilla.crdt.sequence;

/// On which side of its parent a position lies: all of a left child's subtree comes before the
/// parent, all of a right child's after it.
public enum Side {
  /// Before the parent.
  LEFT,
  /// After the parent.
  RIGHT
}
