package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Heads;
import java.util.List;
import java.util.Set;

/// Changes from the log, in causal order.
///
/// @param after the heads of a replica once it has them too
/// @param strange authors of whom the peer has a change that differs from the one here
public record LogSlice(List<byte[]> raw, Heads after, Set<ReplicaId> strange) {
  public LogSlice {
    raw = List.copyOf(raw);
    strange = Set.copyOf(strange);
  }
}
