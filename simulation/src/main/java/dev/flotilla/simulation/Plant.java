package dev.flotilla.simulation;

/// A mistake that a world makes on purpose, to prove that it would be found.
public enum Plant {
  /// None: the engine as it ships.
  NONE,

  /// The disk reports commits before they are synced, as SQLite does with `synchronous=NORMAL`.
  COMMITS_WITHOUT_SYNC,

  /// What a peer has is taken for what its first changes bring: a vector as a delta's context.
  VECTOR_AS_CONTEXT,

  /// What was sent to a peer on an earlier connection is not sent again.
  SENT_REMEMBERED,

  /// What was found to be deleted everywhere is taken away later, without looking again.
  CLEANS_WITHOUT_LOOKING
}
