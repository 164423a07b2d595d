package dev.flotilla.net.snapshot;

import dev.flotilla.crdt.codec.MalformedBytesException;

/// What a state may still take, while it is read or written.
final class Room {
  private long textLeft = SnapshotLimits.TEXT_LENGTH;
  private long entriesLeft = SnapshotLimits.ENTRIES;

  /// A text is about to be made.
  void text(int length) {
    textLeft -= length;
  }

  /// A write is about to be made.
  void entry() {
    entriesLeft--;
  }

  boolean isUsedUp() {
    return textLeft < 0 || entriesLeft < 0;
  }

  /// Stops before more is made.
  void require(int offset) {
    if (isUsedUp()) {
      throw new MalformedBytesException("a state that is too large", offset);
    }
  }
}
