package dev.flotilla.net.session;

import dev.flotilla.net.change.Heads;

/// What became of changes that a peer sent.
public sealed interface ReceiveOutcome {
  /// All are on disk, or kept until the changes they depend on arrive.
  ///
  /// @param now what is on disk after the commit
  record Committed(Heads now) implements ReceiveOutcome {}

  /// They were packed, and what they leave out is not to be found here. Nothing was taken; the peer
  /// is asked to send them whole.
  ///
  /// @param reason for the log
  record NotWhole(String reason) implements ReceiveOutcome {}

  /// At least one is malformed, forged or not allowed; the connection ends.
  ///
  /// @param reason one sentence
  record Refused(String reason) implements ReceiveOutcome {}
}
