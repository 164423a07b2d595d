package dev.flotilla.crdt;

/// The name of one operation: the `counter`-th of its replica. No two operations share a dot.
///
/// Ordered by replica, then by counter. That order is total but says nothing about time.
///
/// @param counter 1 or more; a replica's dots have no holes
public record Dot(ReplicaId replica, long counter) implements Comparable<Dot> {

  public Dot {
    if (counter < 1) {
      throw new IllegalArgumentException("counter below 1: " + counter);
    }
  }

  /// The next operation of the same replica.
  public Dot next() {
    return new Dot(replica, Math.incrementExact(counter));
  }

  @Override
  public int compareTo(Dot other) {
    int byReplica = replica.compareTo(other.replica);
    return byReplica != 0 ? byReplica : Long.compare(counter, other.counter);
  }

  @Override
  public String toString() {
    return replica.shortName() + ":" + counter;
  }
}
