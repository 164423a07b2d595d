package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes that came before something they depend on. Bounded in sum and for each peer: what does
/// not fit is dropped, and since it was never acknowledged, it comes again. In memory only. Belongs
/// to the writer thread.
final class PendingChanges {
  private record Waiting(Arrival arrival, DeviceId from) {}

  private final PendingLimits limits;
  private final Map<ReplicaId, TreeMap<Long, Waiting>> byAuthor = new HashMap<>();
  private final Map<DeviceId, Long> bytesByPeer = new HashMap<>();
  private int count;
  private long bytes;

  PendingChanges(PendingLimits limits) {
    this.limits = limits;
  }

  /// Keeps a change if there is room and it is not kept already.
  void add(Arrival arrival, DeviceId from) {
    var change = arrival.change();
    var size = change.size();
    var used = bytesByPeer.getOrDefault(from, 0L);
    if (count >= limits.changes()
        || bytes + size > limits.bytes()
        || used + size > limits.bytesPerPeer()) {
      return;
    }
    var chain = byAuthor.computeIfAbsent(change.author(), _ -> new TreeMap<>());
    if (chain.putIfAbsent(change.seq(), new Waiting(arrival, from)) == null) {
      count++;
      bytes += size;
      bytesByPeer.put(from, used + size);
    }
  }

  /// The earliest change that is kept of each author: the only ones that can be next.
  List<Arrival> candidates() {
    var first = new ArrayList<Arrival>(byAuthor.size());
    byAuthor.values().forEach(chain -> first.add(chain.firstEntry().getValue().arrival()));
    return first;
  }

  /// Forgets a change that was applied or found wanting.
  void remove(Arrival arrival) {
    var change = arrival.change();
    var chain = byAuthor.get(change.author());
    if (chain == null) {
      return;
    }
    var removed = chain.remove(change.seq());
    if (removed != null) {
      var size = removed.arrival().change().size();
      count--;
      bytes -= size;
      bytesByPeer.computeIfPresent(
          removed.from(), (_, used) -> used == size ? null : Long.valueOf(used - size));
    }
    if (chain.isEmpty()) {
      byAuthor.remove(change.author());
    }
  }

  int count() {
    return count;
  }
}
