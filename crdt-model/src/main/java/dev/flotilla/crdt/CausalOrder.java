package dev.flotilla.crdt;

/// How two points of a history relate: the outcome of [VersionVector#compare].
public enum CausalOrder {
  /// Both have seen the same.
  EQUAL,
  /// The other has seen all of this and more.
  BEFORE,
  /// This has seen all of the other and more.
  AFTER,
  /// Each has seen something that the other has not.
  CONCURRENT
}
