package dev.flotilla.net.pairing;

import dev.flotilla.net.change.Heads;

/// The answer to a request to join.
public sealed interface JoinReply {
  /// The device is a member now.
  ///
  /// @param workspaceName what the workspace is called
  /// @param heads what the inviter had after it admitted the device; whoever has all of it knows
  ///   its own membership
  record Admitted(String workspaceName, Heads heads) implements JoinReply {}

  /// Nothing changed.
  ///
  /// @param sentence why, and what to do, for people
  record Refused(String sentence) implements JoinReply {}
}
