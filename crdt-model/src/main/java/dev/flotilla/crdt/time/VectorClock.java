package dev.flotilla.crdt.time;

import dev.flotilla.crdt.CausalOrder;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;

/// The time of an event in a distributed history: per replica, how many of its events came before.
///
/// Unlike a timestamp it tells whether one event could have caused another: it did not, unless its
/// clock is before the other's. Each replica keeps one clock, ticks it for every event of its own
/// and for every message that arrives, and sends the clock along with what it sends.
///
/// [#tick] costs one copy of the counts; all else is one linear pass over them. Immutable, safe to
/// share between threads.
///
/// @param counts the events of each replica
/// @see "Fidge 1988, Timestamps in Message-Passing Systems That Preserve the Partial Ordering,
///   Proceedings of the 11th Australian Computer Science Conference, pages 56-66"
/// @see <a href="https://www.vs.inf.ethz.ch/publ/papers/VirtTimeGlobStates.pdf">Mattern 1989,
///   Virtual Time and Global States of Distributed Systems</a>
public record VectorClock(VersionVector counts) implements JoinSemilattice<VectorClock> {

  /// Before all events.
  public static final VectorClock ZERO = new VectorClock(VersionVector.EMPTY);

  /// The clock after one more event of `replica`.
  ///
  /// @throws ArithmeticException after [Long#MAX_VALUE] events
  public VectorClock tick(ReplicaId replica) {
    return new VectorClock(counts.with(replica, Math.incrementExact(counts.get(replica))));
  }

  /// The clock after a message arrived at `replica`, which is an event of its own.
  ///
  /// @param sent the sender's clock when it sent the message
  /// @throws ArithmeticException after [Long#MAX_VALUE] events
  public VectorClock receive(ReplicaId replica, VectorClock sent) {
    return join(sent).tick(replica);
  }

  /// How the two events relate.
  public CausalOrder compare(VectorClock other) {
    return counts.compare(other.counts);
  }

  /// Whether this event could have caused the other one.
  public boolean happenedBefore(VectorClock other) {
    return compare(other) == CausalOrder.BEFORE;
  }

  /// Whether neither event could have caused the other one, and they are not the same.
  public boolean isConcurrentWith(VectorClock other) {
    return compare(other) == CausalOrder.CONCURRENT;
  }

  /// The earliest clock that is after both.
  @Override
  public VectorClock join(VectorClock other) {
    return new VectorClock(counts.join(other.counts));
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
