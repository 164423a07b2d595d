package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.session.Input;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.PeerHint;
import dev.flotilla.net.wire.WireLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Tells linked members where others may be reached, so that a fleet finds together where mDNS does
/// not reach. Everybody passes on what was news to itself, once to each link; when nothing is news,
/// nothing is said.
final class Gossip {
  private static final long PAUSE_MILLIS = 1_000;

  /// @param version of the places that the peer knows
  /// @param atMillis when it was told
  private record Told(long version, long atMillis) {}

  private final LocalDevice local;
  private final Places places;
  private final Predicate<DeviceId> isMember;

  /// Belongs to the thread that tells.
  private final Map<Connection, Told> told = new HashMap<>();

  Gossip(LocalDevice local, Places places, Predicate<DeviceId> isMember) {
    this.local = local;
    this.places = places;
    this.isMember = isMember;
  }

  /// Any thread.
  ///
  /// @return whether there is a member that may be dialled where nobody was known to be
  boolean heard(List<PeerHint> hints) {
    var isNews = false;
    for (var hint : hints) {
      if (hint.device().equals(local.id())) {
        continue;
      }
      var isNew = false;
      for (var address : hint.addresses()) {
        isNew |= places.addHint(hint.device(), address);
      }
      if (isNew && isMember.test(hint.device())) {
        places.setHeard(hint.device());
        isNews = true;
      } else if (isNew) {
        // The change that admits it may be on its way.
        places.addStranger(hint.device());
      }
    }
    return isNews;
  }

  /// Tells whoever has not heard the latest, each at most once a second. One thread.
  void tell(List<Connection> links) {
    told.keySet().retainAll(new HashSet<>(links));
    var now = local.now();
    for (var link : links) {
      var before = told.get(link);
      if (before == null || now - before.atMillis() >= PAUSE_MILLIS) {
        tell(link, before == null ? 0 : before.version(), now);
      }
    }
  }

  /// Where others are, for one that is turned away: those next to it on the ring of device ids, who
  /// will not. Any thread.
  void tellBeforeFarewell(Connection link) {
    var hints = new TreeMap<DeviceId, PeerHint>();
    for (var device : nearest(link.peer())) {
      hint(device, link).ifPresent(hint -> hints.put(device, hint));
      if (hints.size() == WireLimits.MAX_HINTS) {
        break;
      }
    }
    if (!hints.isEmpty()) {
      link.tell(new Input.Tell(new Message.Peers(List.copyOf(hints.values()))));
    }
  }

  /// In turns the next above and the next below.
  private List<DeviceId> nearest(DeviceId device) {
    var all = new TreeSet<>(places.devices());
    all.remove(device);
    var found = new ArrayList<DeviceId>();
    var up = true;
    while (!all.isEmpty()) {
      var next = up ? all.higher(device) : all.lower(device);
      var taken = next != null ? next : up ? all.first() : all.last();
      all.remove(taken);
      found.add(taken);
      up = !up;
    }
    return found;
  }

  private void tell(Connection link, long version, long now) {
    if (places.version() == version) {
      return;
    }
    var hints = new TreeMap<DeviceId, PeerHint>();
    var reached = version;
    for (var news : places.changedAfter(version).entrySet()) {
      reached = news.getKey();
      hint(news.getValue(), link).ifPresent(hint -> hints.put(hint.device(), hint));
      if (hints.size() == WireLimits.MAX_HINTS) {
        break;
      }
    }
    told.put(link, new Told(reached, now));
    if (!hints.isEmpty()) {
      link.tell(new Input.Tell(new Message.Peers(List.copyOf(hints.values()))));
    }
  }

  private Optional<PeerHint> hint(DeviceId device, Connection link) {
    if (device.equals(link.peer()) || !isMember.test(device)) {
      return Optional.empty();
    }
    var useful =
        places.of(device).stream()
            .filter(address -> isUseful(address.host(), link))
            .limit(WireLimits.MAX_HINT_ADDRESSES)
            .toList();
    return useful.isEmpty() ? Optional.empty() : Optional.of(new PeerHint(device, useful));
  }

  /// An address of this machine alone, or of one of its interfaces, leads elsewhere on another
  /// machine.
  private static boolean isUseful(String host, Connection link) {
    if (host.indexOf('%') >= 0) {
      return false;
    }
    return link.isLocal() || !isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }
}
