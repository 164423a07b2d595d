package dev.flotilla.crdt.time;

import dev.flotilla.crdt.ReplicaId;

/// Counts the edits that led here: gives a replica's edits timestamps above all that it has seen.
///
/// Immutable: [#tick] and [#observe] return the next clock.
///
/// @param counter that of the latest edit, one's own or seen; 0 before the first
/// @see <a href="https://doi.org/10.1145/359545.359563">Lamport 1978, Time, Clocks, and the
///   Ordering of Events in a Distributed System</a>
public record LamportClock(long counter) {

  /// A clock before its first tick.
  public static final LamportClock START = new LamportClock(0);

  public LamportClock {
    if (counter < 0) {
      throw new IllegalArgumentException("counter below 0: " + counter);
    }
  }

  /// The clock after one more own edit, whose timestamp is [#timestamp].
  ///
  /// @throws ArithmeticException if somebody used the last counter there is
  public LamportClock tick() {
    return new LamportClock(Math.incrementExact(counter));
  }

  /// The clock after an edit of another replica arrived.
  public LamportClock observe(LamportTimestamp timestamp) {
    return timestamp.counter() <= counter ? this : new LamportClock(timestamp.counter());
  }

  /// The timestamp of the edit that this clock has just ticked for.
  public LamportTimestamp timestamp(ReplicaId replica) {
    return new LamportTimestamp(counter, replica);
  }
}
