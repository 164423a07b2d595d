package dev.flotilla.net.topology;

/// What a device knows of its way to another member.
public enum Contact {
  /// A connection is up that this device dialled.
  LINKED_BY_US,
  /// A connection is up that the other one dialled.
  LINKED_BY_THEM,
  /// An address is known, and nothing speaks against it.
  REACHABLE,
  /// It answered of late that it has as many links as it may have.
  FULL,
  /// An address is known, and nobody answered there of late.
  UNREACHABLE;

  /// Whether a connection is up.
  public boolean isLinked() {
    return this == LINKED_BY_US || this == LINKED_BY_THEM;
  }

  /// Whether an attempt to reach the other one is likely to succeed, or has.
  public boolean isThere() {
    return this != UNREACHABLE;
  }
}
