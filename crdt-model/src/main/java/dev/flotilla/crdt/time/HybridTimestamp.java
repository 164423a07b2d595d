package dev.flotilla.crdt.time;

/// When a write was made: milliseconds of a wall clock, and a counter for writes within one.
///
/// Never decides what is causally later, only which of several concurrent writes is shown. Ordered
/// by wall time, then by counter.
///
/// @param wallMillis milliseconds since 1970, 0 to [#WALL_MILLIS_MAX]
/// @param counter 0 to [#COUNTER_MAX]
/// @see <a href="https://cse.buffalo.edu/tech-reports/2014-04.pdf">Kulkarni et al. 2014, Logical
///   Physical Clocks</a>
public record HybridTimestamp(long wallMillis, int counter) implements Comparable<HybridTimestamp> {

  /// The year 6429.
  public static final long WALL_MILLIS_MAX = (1L << 47) - 1;

  public static final int COUNTER_MAX = 0xFFFF;

  static final int COUNTER_BITS = 16;

  /// The earliest timestamp.
  public static final HybridTimestamp ZERO = new HybridTimestamp(0, 0);

  /// The latest timestamp.
  public static final HybridTimestamp MAX = new HybridTimestamp(WALL_MILLIS_MAX, COUNTER_MAX);

  public HybridTimestamp {
    if (wallMillis < 0 || wallMillis > WALL_MILLIS_MAX) {
      throw new IllegalArgumentException("wall time out of range: " + wallMillis);
    }
    if (counter < 0 || counter > COUNTER_MAX) {
      throw new IllegalArgumentException("counter out of range: " + counter);
    }
  }

  /// The timestamp that [#toLong] gives as `number`.
  ///
  /// @throws IllegalArgumentException if it is negative
  public static HybridTimestamp ofLong(long number) {
    return new HybridTimestamp(number >>> COUNTER_BITS, (int) number & COUNTER_MAX);
  }

  /// The timestamp as one number, 0 or above; timestamps are in the order of their numbers.
  public long toLong() {
    return wallMillis << COUNTER_BITS | counter;
  }

  /// The least timestamp above this one; [#MAX] has none and returns itself.
  public HybridTimestamp next() {
    long number = toLong();
    return number == Long.MAX_VALUE ? this : ofLong(number + 1);
  }

  @Override
  public int compareTo(HybridTimestamp other) {
    int byWall = Long.compare(wallMillis, other.wallMillis);
    return byWall != 0 ? byWall : Integer.compare(counter, other.counter);
  }

  @Override
  public String toString() {
    return wallMillis + "." + counter;
  }
}
