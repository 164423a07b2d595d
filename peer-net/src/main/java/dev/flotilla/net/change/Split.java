package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.util.TreeMap;

/// A lineage has turned out to be two: its author said something else after one of its changes.
/// What comes after that change gets another name, everywhere.
///
/// @param lineage the one that ends earlier now
/// @param seq the number of its last change from now on; 0 if nothing is left of it
/// @param counter the last operation of that change; 0 if nothing is left
/// @param tail what comes after it
public record Split(Lineage lineage, long seq, long counter, Lineage tail) {
  /// The new name of an operation.
  public Dot rename(Dot dot) {
    return isMoved(dot.replica(), dot.counter()) ? new Dot(tail.id(), dot.counter()) : dot;
  }

  /// The vector of the same operations. Cost: the number of replicas if it has any of them.
  public VersionVector rename(VersionVector vector) {
    var seen = vector.get(lineage.id());
    if (seen <= counter) {
      return vector;
    }
    var counters = new TreeMap<>(vector.asMap());
    counters.put(lineage.id(), counter); // none if that is 0
    counters.put(tail.id(), seen);
    return VersionVector.of(counters);
  }

  /// Whether an operation has another name now.
  public boolean isMoved(ReplicaId replica, long operation) {
    return replica.equals(lineage.id()) && operation > counter;
  }

  /// The lineage that a change belongs to that belonged to `before`.
  ReplicaId lineageOf(ReplicaId before, long changeSeq) {
    return before.equals(lineage.id()) && changeSeq > seq ? tail.id() : before;
  }
}
