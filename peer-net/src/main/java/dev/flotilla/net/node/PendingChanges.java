package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Changes that came before something they depend on. Bounded in sum and for each peer: what does
/// not fit is dropped, and since it was never acknowledged, it comes again. In memory only. Belongs
/// to the writer thread.
final class PendingChanges {
  private record Waiting(Arrival arrival, DeviceId from) {}

  /// What waits of one peer.
  private record Share(int changes, long bytes) {
    static final Share NONE = new Share(0, 0);

    Share plus(int more, long moreBytes) {
      return new Share(changes + more, bytes + moreBytes);
    }
  }

  private final PendingLimits limits;
  private final Map<ChangeHash, Waiting> waiting = new LinkedHashMap<>();

  /// Those of `waiting` whose author's change before does not wait here.
  private final Map<ChangeHash, Waiting> first = new LinkedHashMap<>();

  /// By the hash of a change, those of `waiting` that follow it.
  private final Map<ChangeHash, Set<ChangeHash>> next = new HashMap<>();

  private final Map<DeviceId, Share> shares = new HashMap<>();
  private long bytes;

  PendingChanges(PendingLimits limits) {
    this.limits = limits;
  }

  /// Keeps a change if there is room and it is not kept already.
  void add(Arrival arrival, DeviceId from) {
    var change = arrival.change();
    var size = change.size();
    var used = shares.getOrDefault(from, Share.NONE);
    if (waiting.size() >= limits.changes()
        || used.changes() >= limits.changesPerPeer()
        || bytes + size > limits.bytes()
        || used.bytes() + size > limits.bytesPerPeer()) {
      return;
    }
    var kept = new Waiting(arrival, from);
    if (waiting.putIfAbsent(change.hash(), kept) != null) {
      return;
    }
    bytes += size;
    shares.put(from, used.plus(1, size));
    next.computeIfAbsent(change.previous(), _ -> new LinkedHashSet<>()).add(change.hash());
    if (!waiting.containsKey(change.previous())) {
      first.put(change.hash(), kept);
    }
    next.getOrDefault(change.hash(), Set.of()).forEach(first::remove);
  }

  /// The earliest change that is kept of each chain: the only ones that can be next.
  List<Arrival> candidates() {
    return first.values().stream().map(Waiting::arrival).toList();
  }

  /// Keeps this in place of what is kept of the same change.
  void replace(Arrival arrival) {
    var hash = arrival.change().hash();
    var kept = new Waiting(arrival, senderOf(arrival));
    waiting.replace(hash, kept);
    first.replace(hash, kept);
  }

  /// Who sent a change that is kept.
  DeviceId senderOf(Arrival arrival) {
    var kept = waiting.get(arrival.change().hash());
    if (kept == null) {
      throw new IllegalStateException("not kept: " + arrival.change().ref());
    }
    return kept.from();
  }

  /// Forgets a change that was applied or found wanting.
  void remove(Arrival arrival) {
    var change = arrival.change();
    var removed = waiting.remove(change.hash());
    if (removed == null) {
      return;
    }
    long size = change.size();
    bytes -= size;
    shares.computeIfPresent(
        removed.from(), (_, used) -> used.changes() == 1 ? null : used.plus(-1, -size));
    first.remove(change.hash());
    next.computeIfPresent(
        change.previous(),
        (_, siblings) -> {
          siblings.remove(change.hash());
          return siblings.isEmpty() ? null : siblings;
        });
    for (var successor : next.getOrDefault(change.hash(), Set.of())) {
      var freed = waiting.get(successor);
      if (freed != null) {
        first.put(successor, freed);
      }
    }
  }

  /// Whether one of those that wait is such a change.
  boolean anyMatch(Predicate<Change> condition) {
    return waiting.values().stream().anyMatch(kept -> condition.test(kept.arrival().change()));
  }

  int count() {
    return waiting.size();
  }
}
