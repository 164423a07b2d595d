package dev.flotilla.net.change;

/// What bytes turned out to be.
public sealed interface Decoded {
  /// A well-formed change. Its signature and its place in history are not checked yet.
  record Valid(Change change) implements Decoded {}

  /// Not a change.
  ///
  /// @param offset of the byte where it went wrong
  record Malformed(String reason, int offset) implements Decoded {}
}
