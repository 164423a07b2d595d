package dev.flotilla.net.pairing;

import dev.flotilla.net.change.Heads;

/// The answer to a request to join.
public sealed interface JoinReply {
  /// For whoever proves nothing: the same whether or not the workspace is open on this device. What
  /// became of an invitation is told only to a device that proved to hold it.
  JoinReply NOT_PROVED =
      new Refused(
          "The invitation is unknown at the device that is said to have made it. Ask for a new one.");

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
