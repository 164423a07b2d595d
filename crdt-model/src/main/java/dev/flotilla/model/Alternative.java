package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.List;

/// One side of a conflict: a value, and who wrote it when. Several replicas may have written the
/// same value; then it shows the latest of them.
///
/// @param dot the latest write of this value
/// @param dots all concurrent writes of this value, latest first
public record Alternative(
    Value value, Dot dot, List<Dot> dots, ReplicaId author, HybridTimestamp at) {
  public Alternative {
    dots = List.copyOf(dots);
  }
}
