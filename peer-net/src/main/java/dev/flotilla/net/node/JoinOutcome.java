package dev.flotilla.net.node;

/// What became of an invitation that was pasted.
public sealed interface JoinOutcome {
  /// This device is a member and has everything that the inviter had.
  record Joined(Replica replica) implements JoinOutcome {}

  /// Nothing was changed.
  ///
  /// @param sentence why, and what to do, for people
  record Refused(String sentence) implements JoinOutcome {}
}
