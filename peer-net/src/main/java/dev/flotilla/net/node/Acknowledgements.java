package dev.flotilla.net.node;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Member;
import dev.flotilla.net.Stability;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What each member has confirmed to have on its disk: causal stability.
///
/// A confirmation waits until this replica holds the member's own chain as far as the confirmation
/// names it. Otherwise a change that the member made before it confirmed could arrive after
/// everybody was thought to have seen what it speaks against. Any thread.
final class Acknowledgements {
  private final DeviceId self;

  /// The newest that counted, by device.
  private final Map<DeviceId, Heads> counted = new HashMap<>();

  /// Newer ones that do not count yet.
  private final Map<DeviceId, Heads> waiting = new HashMap<>();

  /// @param remembered what counted when the replica was closed
  Acknowledgements(DeviceId self, Map<DeviceId, Heads> remembered) {
    this.self = self;
    counted.putAll(remembered);
  }

  /// A member says what it has.
  synchronized void told(DeviceId device, Heads heads) {
    waiting.put(device, heads);
  }

  /// What counts of it.
  ///
  /// @param here the chains that this replica holds
  synchronized Map<DeviceId, Heads> counted(PersistentMap<ReplicaId, AuthorHead> here) {
    waiting
        .entrySet()
        .removeIf(entry -> {
          if (!counts(entry.getKey(), entry.getValue(), here)) {
            return false;
          }
          counted.put(entry.getKey(), entry.getValue());
          return true;
        });
    return Map.copyOf(counted);
  }

  /// What all members have. Cost: members times authors.
  Stability stability(ReplicaState state) {
    var confirmed = counted(state.authors());
    var mine = state.workspace().vector();
    var seen = new TreeMap<DeviceId, VersionVector>();
    for (Member member : state.workspace().members()) {
      var device = member.device().deviceId();
      seen.put(
          device,
          device.equals(self) ? mine : confirmed.getOrDefault(device, Heads.EMPTY).vector());
    }
    return new Stability(least(mine, seen), seen);
  }

  private static VersionVector least(VersionVector start, Map<DeviceId, VersionVector> seen) {
    var least = new TreeMap<ReplicaId, Long>(start.asMap());
    for (var vector : seen.values()) {
      least.replaceAll((author, counter) -> Math.min(counter, vector.get(author)));
    }
    least.values().removeIf(counter -> counter == 0);
    return VersionVector.of(least);
  }

  /// All chains of the device are here as far as it names them, and so are all others that it
  /// names: one that is not here may be its own. Heads of another history count for nothing.
  private static boolean counts(
      DeviceId device, Heads heads, PersistentMap<ReplicaId, AuthorHead> here) {
    return heads.asMap().entrySet().stream()
        .allMatch(entry ->
            Optional.ofNullable(here.get(entry.getKey()))
                .filter(chain -> holds(chain, entry.getValue(), device))
                .isPresent());
  }

  private static boolean holds(AuthorHead here, Head theirs, DeviceId device) {
    if (here.seq() == theirs.seq()) {
      return theirs.names(here.hash());
    }
    return here.seq() > theirs.seq() || !here.key().deviceId().equals(device);
  }
}
