package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.discovery.Sighting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The devices seen by discovery, the latest sighting of each. Says which sightings are news: the
/// same one over and over must not make anybody dial faster. Thread-safe; bounded.
final class Sightings {
  private static final int MAX_DEVICES = 1024;

  private record Seen(Sighting sighting, long atMillis) {}

  /// The one that was not seen for the longest comes first.
  private final Map<DeviceId, Seen> seen = new LinkedHashMap<>();

  private final long repeatMillis;

  /// @param repeatMillis after so long the same sighting is news again
  Sightings(long repeatMillis) {
    this.repeatMillis = repeatMillis;
  }

  /// Whether that is news.
  synchronized boolean add(Sighting sighting, long nowMillis) {
    var before = seen.get(sighting.device());
    if (before != null
        && before.sighting().equals(sighting)
        && nowMillis - before.atMillis() < repeatMillis) {
      return false;
    }
    seen.remove(sighting.device());
    seen.put(sighting.device(), new Seen(sighting, nowMillis));
    if (seen.size() > MAX_DEVICES) {
      // Whoever invents devices must not keep the real ones out.
      seen.remove(seen.keySet().iterator().next());
    }
    return true;
  }

  /// It is not to be counted on any longer.
  synchronized void remove(DeviceId device) {
    seen.remove(device);
  }

  synchronized List<PeerAddress> addressesOf(DeviceId device) {
    var known = seen.get(device);
    return known == null ? List.of() : known.sighting().addresses();
  }

  synchronized Collection<Sighting> all() {
    return seen.values().stream().map(Seen::sighting).toList();
  }
}
