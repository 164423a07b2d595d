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
    var issued = now > last.wallMillis() ? new HybridTimestamp(now, 0) : last.next();
    if (seen.wallMillis() - now <= AHEAD_MILLIS_MAX) {
      issued = issued.compareTo(seen) <= 0 ? seen.next() : issued;
    } else if (issued.wallMillis() < now + AHEAD_MILLIS_MAX) {
      issued = new HybridTimestamp(now + AHEAD_MILLIS_MAX, 0);
    }
    return new HybridClock(issued, seen);
  }

  /// The clock after an edit of another replica arrived.
  public HybridClock observe(HybridTimestamp timestamp) {
    return timestamp.compareTo(seen) <= 0 ? this : new HybridClock(last, timestamp);
  }
}
