package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.Presence;
import dev.flotilla.net.Subscription;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What people are about, here and at the linked machines, just now. Any thread; listeners are told
/// in order.
final class Presences {
  private final Listeners<Presence> ownListeners = new Listeners<>();
  private final Listeners<Map<DeviceId, Presence>> listeners = new Listeners<>();
  private final SortedMap<DeviceId, Presence> others = new TreeMap<>();
  private volatile Presence own = Presence.NOTHING;
  private volatile Map<DeviceId, Presence> shown = Map.of();

  Presence own() {
    return own;
  }

  synchronized void announce(Presence next) {
    if (!next.equals(own)) {
      own = next;
      ownListeners.tell(next);
    }
  }

  Subscription onAnnounced(Consumer<Presence> listener) {
    return ownListeners.add(listener);
  }

  /// Whoever is about something, by device.
  Map<DeviceId, Presence> others() {
    return shown;
  }

  Subscription onOthers(Consumer<Map<DeviceId, Presence>> listener) {
    return listeners.add(listener);
  }

  synchronized void told(DeviceId device, Presence presence) {
    var before = presence.isSomething() ? others.put(device, presence) : others.remove(device);
    if (!presence.equals(before == null ? Presence.NOTHING : before)) {
      shown = Map.copyOf(others);
      listeners.tell(shown);
    }
  }
}
