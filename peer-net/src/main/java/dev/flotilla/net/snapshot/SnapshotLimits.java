package dev.flotilla.net.snapshot;

/// How large a snapshot may be. Checked before anything is allocated.
public final class SnapshotLimits {
  /// Bytes of a whole snapshot as it travels.
  public static final int BYTES = 32 << 20;

  /// Bytes of all its columns.
  public static final int PLAIN_BYTES = 128 << 20;

  /// Writes in a state. Each takes a few hundred bytes of memory, and seven in the columns.
  public static final int ENTRIES = 4 << 20;

  /// Length of all texts together once they are whole: few bytes of the columns can stand for a
  /// long one.
  public static final int TEXT_LENGTH = 128 << 20;

  /// Bytes of each chunk but the last.
  public static final int CHUNK_BYTES = 128 << 10;

  /// Chunks of a snapshot.
  public static final int CHUNKS = BYTES / CHUNK_BYTES;

  /// What one byte may stand for, beyond the first [#CHUNK_BYTES].
  static final int RATIO = 64;

  private SnapshotLimits() {}

  /// How many chunks a snapshot of that many bytes has.
  public static int chunks(int size) {
    return Math.ceilDiv(size, CHUNK_BYTES);
  }

  static boolean isPlausible(long bytes, long plain) {
    return bytes <= BYTES && plain <= PLAIN_BYTES && plain <= bytes * RATIO + CHUNK_BYTES;
  }
}
