package dev.flotilla.net.change;

/// How large a change may be. Checked before anything is allocated.
public final class ChangeLimits {
  /// Bytes of a whole change, signature included.
  public static final int CHANGE_BYTES = 256 << 10;

  public static final int OPERATIONS = 4096;

  /// Bytes of the message in UTF-8.
  public static final int MESSAGE_BYTES = 4096;

  /// Authors of a workspace, hence entries of a change's dependencies.
  public static final int AUTHORS = 4096;

  /// Replicas of one device, as far as it tells of them itself: it opens another one for each
  /// database that it restores or that turns out to be a copy.
  public static final int REPLICAS = 64;

  /// Replicas and branches of one device together, as far as it tells of them itself.
  public static final int HEADS = 256;

  /// The same, told by other devices, unless changes of others wait for them.
  public static final int HEADS_PASSED_ON = 1024;

  /// Bytes of a signature: the end of a change.
  public static final int SIGNATURE_BYTES = 64;

  /// Histories that one device may have under one replica id, as far as it tells of them itself.
  /// Every copy of a database that is edited before it meets another one makes one more: more than
  /// a room full of machines made from one image. Others took no more from it themselves, so what
  /// they tell is taken: whatever was heard first, all end with the same.
  public static final int BRANCHES = 64;

  /// Keeps every sum of a counter and a change's length within a long.
  static final long GREATEST_COUNTER = Long.MAX_VALUE / 2;

  private ChangeLimits() {}
}
