package dev.flotilla.net.session;

import dev.flotilla.net.wire.WireLimits;

/// How much of its window a peer is given, by how long it takes to confirm: what is sent later
/// waits behind what is under way, so a second of that is enough. Immutable.
///
/// @param limitBytes how much may be under way
/// @param timed how much was under way when the clock was started
/// @param left of that, the bytes that are not confirmed; 0 if the clock does not run
/// @param since when it was started
record Pace(long limitBytes, long timed, long left, long since) {
  /// A peer that takes longer gets half.
  static final long SLOW_MILLIS = 1_000;

  /// A peer that takes less for a batch or more gets twice as much. That it is quick with single
  /// edits says nothing.
  static final long FAST_MILLIS = 500;

  /// As many batches are under way, so that the peer never waits for the next one.
  private static final int BATCHES = 4;

  static final long LEAST_BYTES = 64 << 10;

  /// Little, since nothing is known of the way to the peer; it soon is more where that is good.
  static final Pace START = new Pace(256 << 10, 0, 0, 0);

  /// How much to read at once.
  int batchBytes() {
    return (int) (limitBytes / BATCHES);
  }

  /// Something was sent.
  ///
  /// @param underWay with it
  Pace sent(long underWay, long nowMillis) {
    return left > 0 ? this : new Pace(limitBytes, underWay, underWay, nowMillis);
  }

  /// The peer has confirmed so much.
  Pace confirmed(long bytes, long nowMillis) {
    if (left == 0) {
      return this;
    }
    var took = nowMillis - since;
    var rest = Math.max(0, left - bytes);
    if (took > SLOW_MILLIS) {
      return new Pace(Math.max(limitBytes / 2, LEAST_BYTES), rest, rest, nowMillis);
    }
    if (rest > 0) {
      return new Pace(limitBytes, timed, rest, since);
    }
    return took < FAST_MILLIS && timed >= batchBytes()
        ? new Pace(Math.min(limitBytes * 2, WireLimits.WINDOW_BYTES), 0, 0, 0)
        : new Pace(limitBytes, 0, 0, 0);
  }
}
