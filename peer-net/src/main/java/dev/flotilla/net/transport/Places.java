package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.topology.Contact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Where the devices of one workspace may be dialled, and who did not answer of late. Hints, never
/// trusted. Thread-safe; bounded.
final class Places {
  private static final int MAX_ADDRESSES = 8;
  private static final int MAX_STRANGERS = 256;

  private final Map<DeviceId, LinkedHashSet<PeerAddress>> addresses = new HashMap<>();

  /// When the addresses of a device were last added to, counted in such events.
  private final Map<DeviceId, Long> changedAt = new HashMap<>();

  private long version;
  private final Set<DeviceId> silent = new HashSet<>();

  /// Who turned this device away for want of room, and until when that is believed.
  private final Map<DeviceId, Long> fullUntil = new HashMap<>();

  /// The one that was not seen for the longest comes first.
  private final Set<DeviceId> strangers = new LinkedHashSet<>();

  /// The device may be there; the last one that is added is dialled first.
  ///
  /// @return whether the address was not known
  synchronized boolean add(DeviceId device, PeerAddress address) {
    var places = addresses.computeIfAbsent(device, _ -> new LinkedHashSet<>());
    var isNew = !places.remove(address);
    places.add(address);
    if (places.size() > MAX_ADDRESSES) {
      places.removeFirst();
    }
    if (isNew) {
      changedAt.put(device, ++version);
    }
    return isNew;
  }

  /// Somebody else says that the device may be there. Drives out no address, so that hints which
  /// contradict each other do not go round for ever.
  ///
  /// @return whether that is news
  synchronized boolean addHint(DeviceId device, PeerAddress address) {
    var places = addresses.computeIfAbsent(device, _ -> new LinkedHashSet<>());
    if (places.size() >= MAX_ADDRESSES || places.contains(address)) {
      return false;
    }
    places.addFirst(address);
    changedAt.put(device, ++version);
    return true;
  }

  /// Counts the news of addresses.
  synchronized long version() {
    return version;
  }

  /// The devices whose addresses were added to after a version, the oldest news first.
  synchronized SortedMap<Long, DeviceId> changedAfter(long told) {
    var changed = new TreeMap<Long, DeviceId>();
    changedAt.forEach((device, at) -> {
      if (at > told) {
        changed.put(at, device);
      }
    });
    return changed;
  }

  /// Everybody who may be dialled somewhere.
  synchronized Set<DeviceId> devices() {
    return Set.copyOf(addresses.keySet());
  }

  /// Where to dial a device, the latest news first.
  synchronized List<PeerAddress> of(DeviceId device) {
    return List.copyOf(addresses.getOrDefault(device, new LinkedHashSet<>()).reversed());
  }

  /// A device that was seen is no member: it may become one.
  synchronized void addStranger(DeviceId device) {
    strangers.remove(device);
    strangers.add(device);
    if (strangers.size() > MAX_STRANGERS) {
      var oldest = strangers.iterator().next();
      strangers.remove(oldest);
      addresses.remove(oldest);
      changedAt.remove(oldest);
    }
  }

  /// Those that were seen and are members by now.
  synchronized List<DeviceId> admitted(Predicate<DeviceId> isMember) {
    var admitted = strangers.stream().filter(isMember).toList();
    for (var device : admitted) {
      strangers.remove(device);
      changedAt.put(device, ++version);
    }
    return admitted;
  }

  /// Nobody answered.
  ///
  /// @return whether that is news
  synchronized boolean setSilent(DeviceId device) {
    return silent.add(device);
  }

  /// It has as many links as it may have: not to be asked again before then.
  ///
  /// @return whether that is news
  synchronized boolean setFull(DeviceId device, long untilMillis) {
    silent.remove(device);
    return fullUntil.put(device, untilMillis) == null;
  }

  /// There is a sign of life.
  synchronized void setHeard(DeviceId device) {
    silent.remove(device);
  }

  /// Whoever was silent may not be any longer.
  synchronized void forgetSilence() {
    silent.clear();
  }

  /// All members that can be dialled.
  synchronized Map<DeviceId, Contact> contacts(Predicate<DeviceId> isMember, long nowMillis) {
    fullUntil.values().removeIf(until -> until <= nowMillis);
    var contacts = new HashMap<DeviceId, Contact>();
    for (var device : addresses.keySet()) {
      if (!strangers.contains(device) && isMember.test(device)) {
        contacts.put(device, contact(device));
      }
    }
    return contacts;
  }

  private Contact contact(DeviceId device) {
    if (silent.contains(device)) {
      return Contact.UNREACHABLE;
    }
    return fullUntil.containsKey(device) ? Contact.FULL : Contact.REACHABLE;
  }
}
