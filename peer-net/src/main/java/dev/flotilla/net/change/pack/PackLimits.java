package dev.flotilla.net.change.pack;

import dev.flotilla.net.change.ChangeLimits;

/// How large packed changes may be. Checked before anything is allocated.
public final class PackLimits {
  /// Bytes of all changes of a pack once they are whole again.
  public static final int RAW_BYTES = 256 << 10;

  /// Bytes of all columns of a pack: what is told of a change is never much longer than itself.
  static final int COLUMN_BYTES = 512 << 10;

  /// Columns shorter than this are never deflated.
  static final int DEFLATE_FROM_BYTES = 96;

  /// Above this no sum of two counters, or difference of two doubled ones, leaves a long.
  static final long GREATEST_COUNTER = Long.MAX_VALUE / 2;

  private PackLimits() {
    assert RAW_BYTES >= ChangeLimits.CHANGE_BYTES;
  }
}
