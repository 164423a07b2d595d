package dev.flotilla.net.topology;

import dev.flotilla.model.DeviceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Devices whose overlays decide in turn, second by second, without a network: whoever is up and on
/// the same side of a partition answers at once.
final class Fleet {
  /// @param dialler who began
  private record Link(DeviceId dialler, DeviceId answerer) {}

  private final SplittableRandom random;
  private final int most;
  private final Map<DeviceId, Overlay> overlays = new TreeMap<>();
  private final Map<DeviceId, Integer> side = new HashMap<>();
  private final Map<DeviceId, Set<DeviceId>> silent = new HashMap<>();
  private final Set<Link> links = new HashSet<>();
  private long now;

  Fleet(long seed, int size) {
    this(seed, size, 128);
  }

  /// @param most how many links a device may have
  Fleet(long seed, int size, int most) {
    this.most = most;
    this.random = new SplittableRandom(seed);
    grow(size);
  }

  /// More devices, which everybody can dial from now on.
  void grow(int more) {
    for (var i = 0; i < more; i++) {
      var bytes = new byte[DeviceId.BYTES];
      random.nextBytes(bytes);
      var device = DeviceId.of(bytes);
      overlays.put(device, Overlay.of(device, most, now));
      side.put(device, 0);
      silent.put(device, new HashSet<>());
    }
  }

  void run(int seconds) {
    for (var i = 0; i < seconds; i++) {
      now += 1_000;
      for (var device : shuffled()) {
        decide(device);
      }
    }
  }

  /// Only devices with the same number reach each other.
  void divide(Map<DeviceId, Integer> sides) {
    side.putAll(sides);
    links.removeIf(link -> !isReachable(link.dialler(), link.answerer()));
  }

  void heal() {
    side.replaceAll((_, _) -> 0);
  }

  List<DeviceId> devices() {
    return List.copyOf(overlays.keySet());
  }

  Overlay overlay(DeviceId device) {
    return overlays.get(device);
  }

  Set<DeviceId> linkedTo(DeviceId device) {
    var found = new HashSet<DeviceId>();
    for (var link : links) {
      if (link.dialler().equals(device)) {
        found.add(link.answerer());
      } else if (link.answerer().equals(device)) {
        found.add(link.dialler());
      }
    }
    return found;
  }

  int linkCount() {
    return links.size();
  }

  /// How many hops the farthest device is away from `start`; -1 if one cannot be reached.
  int farthest(DeviceId start) {
    var hops = new HashMap<>(Map.of(start, 0));
    var due = new ArrayDeque<>(List.of(start));
    var farthest = 0;
    while (!due.isEmpty()) {
      var device = due.remove();
      farthest = hops.get(device);
      for (var next : linkedTo(device)) {
        if (hops.putIfAbsent(next, farthest + 1) == null) {
          due.add(next);
        }
      }
    }
    return hops.size() == overlays.size() ? farthest : -1;
  }

  private List<DeviceId> shuffled() {
    var left = new ArrayList<>(overlays.keySet());
    var order = new ArrayList<DeviceId>();
    while (!left.isEmpty()) {
      order.add(left.remove(random.nextInt(left.size())));
    }
    return order;
  }

  private void decide(DeviceId device) {
    var overlay = overlays.get(device).next(contacts(device), random, now);
    overlays.put(device, overlay);
    for (var gone : overlay.surplus()) {
      links.remove(new Link(device, gone));
      links.remove(new Link(gone, device));
    }
    var linked = linkedTo(device);
    for (var wanted : new ArrayList<>(overlay.wanted())) {
      if (linked.contains(wanted)) {
        continue;
      }
      if (isReachable(device, wanted)) {
        links.add(new Link(device, wanted));
        silent.get(device).remove(wanted);
        silent.get(wanted).remove(device);
      } else {
        silent.get(device).add(wanted);
      }
    }
  }

  private Map<DeviceId, Contact> contacts(DeviceId device) {
    var contacts = new LinkedHashMap<DeviceId, Contact>();
    for (var other : overlays.keySet()) {
      if (!other.equals(device)) {
        contacts.put(other, contact(device, other));
      }
    }
    return contacts;
  }

  private Contact contact(DeviceId device, DeviceId other) {
    if (links.contains(new Link(device, other))) {
      return Contact.LINKED_BY_US;
    }
    if (links.contains(new Link(other, device))) {
      return Contact.LINKED_BY_THEM;
    }
    return silent.get(device).contains(other) ? Contact.UNREACHABLE : Contact.REACHABLE;
  }

  private boolean isReachable(DeviceId one, DeviceId other) {
    return side.get(one).equals(side.get(other));
  }
}
