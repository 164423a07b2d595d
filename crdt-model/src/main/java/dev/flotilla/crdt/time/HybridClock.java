package dev.flotilla.crdt.time;

/// Gives a replica's edits timestamps that never run backwards, even if the wall clock does.
///
/// Immutable: [#tick] and [#observe] return the next clock. The wall clock comes in as an argument.
/// Nothing is ever rejected for its time: a timestamp from far ahead is followed by at most
/// [#AHEAD_MILLIS_MAX], so that one wrong clock cannot drag all others along.
///
/// @param last the timestamp of the latest own edit
/// @param seen the greatest timestamp of anybody's edit
public record HybridClock(HybridTimestamp last, HybridTimestamp seen) {

  /// A clock before its first tick.
  public static final HybridClock START =
      new HybridClock(HybridTimestamp.ZERO, HybridTimestamp.ZERO);

  /// How far a clock follows others ahead of its own wall clock: five minutes.
  public static final long AHEAD_MILLIS_MAX = 5 * 60 * 1000L;

  /// The clock after one more own edit, whose timestamp is [#last]: greater than the one before,
  /// and greater than what was seen unless that is too far ahead.
  ///
  /// @param nowMillis the wall clock; values out of range count as the nearest one within
  public HybridClock tick(long nowMillis) {
    long now = Math.clamp(nowMillis, 0, HybridTimestamp.WALL_MILLIS_MAX);
    boolean follows = seen.wallMillis() - now <= AHEAD_MILLIS_MAX;
    long aboveSeen = follows ? above(seen) : first(now + AHEAD_MILLIS_MAX);
    long issued = Math.max(Math.max(first(now), above(last)), aboveSeen);
    return new HybridClock(HybridTimestamp.ofLong(issued), seen);
  }

  /// The clock after an edit of another replica arrived.
  public HybridClock observe(HybridTimestamp timestamp) {
    return timestamp.compareTo(seen) <= 0 ? this : new HybridClock(last, timestamp);
  }

  // An edit takes a timestamp, so these are numbers until it is known which one.

  private static long first(long wallMillis) {
    return wallMillis << HybridTimestamp.COUNTER_BITS;
  }

  private static long above(HybridTimestamp timestamp) {
    return Math.min(timestamp.toLong(), Long.MAX_VALUE - 1) + 1;
  }
}
