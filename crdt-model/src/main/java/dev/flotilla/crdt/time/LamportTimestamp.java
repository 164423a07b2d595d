package dev.flotilla.crdt.time;

import dev.flotilla.crdt.ReplicaId;

/// The name and the place of an edit in one total order of all edits: whatever an edit has seen,
/// comes before it.
///
/// Ordered by counter, then by replica. A replica uses each counter once, so no two edits have one
/// timestamp.
///
/// @param counter 0 or more
/// @see <a href="https://doi.org/10.1145/359545.359563">Lamport 1978, Time, Clocks, and the
///   Ordering of Events in a Distributed System</a>
public record LamportTimestamp(long counter, ReplicaId replica)
    implements Comparable<LamportTimestamp> {

  public LamportTimestamp {
    if (counter < 0) {
      throw new IllegalArgumentException("counter below 0: " + counter);
    }
  }

  @Override
  public int compareTo(LamportTimestamp other) {
    int byCounter = Long.compare(counter, other.counter);
    return byCounter != 0 ? byCounter : replica.compareTo(other.replica);
  }

  @Override
  public String toString() {
    return counter + "@" + replica.shortName();
  }
}
