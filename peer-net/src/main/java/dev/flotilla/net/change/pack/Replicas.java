package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Replicas: each is written once and then named by its number. One side only writes, the other
/// only reads.
final class Replicas {
  private final List<ReplicaId> replicas = new ArrayList<>();
  private final Map<ReplicaId, Integer> numbers = new HashMap<>();

  void write(ReplicaId replica, Columns to) {
    var number = numbers.get(replica);
    if (number != null) {
      to.shapes().varint(number + 1L);
      return;
    }
    to.shapes().varint(0);
    to.loose().replicaId(replica);
    numbers.put(replica, numbers.size());
  }

  ReplicaId read(ColumnReader from) {
    var reference = from.size(replicas.size());
    if (reference > 0) {
      return replicas.get(reference - 1);
    }
    var replica = from.loose().replicaId();
    replicas.add(replica);
    return replica;
  }
}
