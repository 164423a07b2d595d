package dev.flotilla.net.transport;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.topology.Contact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The connections of one workspace that are up, and which of two to the same device stays.
///
/// Two devices that dial each other keep the connection that the device with the smaller id
/// dialled; both see both connections and decide alike. A device dials no other that it is linked
/// to, so nothing flaps; and if one dials whose link has been up for long, that link is dead on its
/// side, and the new one stays. Two running copies of a device keep a connection each: if one drove
/// out the other, both would dial for ever. Thread-safe; holds its lock for moments only.
final class Links {
  /// What becomes of a connection that has just come up.
  sealed interface Registration {
    /// It is one of the links, unless it is among `losers`, which have to leave.
    record Taken(List<Connection> losers) implements Registration {}

    /// There is no room for another device.
    record Full() implements Registration {}

    /// The workspace is no longer served.
    record Late() implements Registration {}
  }

  /// When both sides dial at the same moment, one link is hardly older than this when the other
  /// comes up.
  private static final long CROSSING_MILLIS = 3_000;

  /// So many more may come than there may be, for as long as it takes them to hear of the others: a
  /// newcomer knows nobody but this device, however full it is.
  private static final int GUESTS = 8;

  /// Running copies of one device that are linked at a time. One more drives out the most silent.
  private static final int COPIES_MAX = 4;

  private final LocalDevice local;
  private final int maxPeers;
  private final Map<DeviceId, List<Connection>> links = new HashMap<>();
  private final Set<DeviceId> claimed = new HashSet<>();
  private boolean closed;

  /// @param maxPeers devices that may be linked before those that dial are turned away
  Links(LocalDevice local, int maxPeers) {
    this.local = local;
    this.maxPeers = maxPeers;
  }

  synchronized boolean isLinked(DeviceId device) {
    return links.containsKey(device);
  }

  synchronized boolean isEmpty() {
    return links.isEmpty();
  }

  /// Who is linked, and who dialled.
  synchronized Map<DeviceId, Contact> contacts() {
    var contacts = new HashMap<DeviceId, Contact>();
    links.forEach((device, all) ->
        contacts.put(
            device,
            all.getLast().side() == Connection.Side.DIALLED
                ? Contact.LINKED_BY_US
                : Contact.LINKED_BY_THEM));
    return contacts;
  }

  /// All of them, those included that were told to leave.
  synchronized List<Connection> all() {
    return links.values().stream().flatMap(List::stream).toList();
  }

  synchronized List<Connection> to(DeviceId device) {
    return List.copyOf(links.getOrDefault(device, List.of()));
  }

  /// Asks for the right to say HELLO to a device that was dialled: only one dialled connection to a
  /// device at a time, none if it is linked already, and none if there are as many as there may be.
  ///
  /// @param isNeighbour whether the device is to be linked in any case
  synchronized boolean claim(DeviceId device, boolean isNeighbour) {
    return !closed
        && !links.containsKey(device)
        && (isNeighbour || links.size() + claimed.size() < maxPeers)
        && claimed.add(device);
  }

  /// Whether there are as many as there may be, guests included.
  synchronized boolean isFull() {
    return links.size() >= maxPeers + GUESTS;
  }

  /// The dialled connection has ended.
  synchronized void release(DeviceId device) {
    claimed.remove(device);
  }

  /// A connection is up.
  ///
  /// @param isNeighbour whether its device is to be linked in any case
  synchronized Registration register(Connection fresh, boolean isNeighbour) {
    if (closed) {
      return new Registration.Late();
    }
    var turnedAway =
        fresh.side() == Connection.Side.ANSWERED
            && isFull()
            && !isNeighbour
            && !links.containsKey(fresh.peer());
    if (turnedAway) {
      return new Registration.Full();
    }
    var all = links.computeIfAbsent(fresh.peer(), _ -> new ArrayList<>());
    all.add(fresh);
    var rivals = all.stream().filter(other -> other.instance() == fresh.instance()).toList();
    var survivor = rivals.stream().reduce(this::better).orElse(fresh);
    // The survivor comes last: that one is shown.
    all.remove(survivor);
    all.add(survivor);
    var losers =
        rivals.stream()
            .filter(other -> other != survivor)
            .collect(Collectors.toCollection(ArrayList::new));
    all.stream()
        .filter(other -> other != survivor && !losers.contains(other))
        .sorted(Comparator.comparingLong(Connection::silentMillis))
        .skip(COPIES_MAX - 1)
        .forEach(losers::add);
    return new Registration.Taken(losers);
  }

  /// Dialled by the smaller device; of two that the same device dialled, the newer: it dials again
  /// only if the older is dead.
  private Connection better(Connection older, Connection newer) {
    if (older.side() == newer.side() || older.ageMillis() > CROSSING_MILLIS) {
      return newer;
    }
    var iAmSmaller = local.id().compareTo(newer.peer()) < 0;
    var wanted = iAmSmaller ? Connection.Side.DIALLED : Connection.Side.ANSWERED;
    return older.side() == wanted ? older : newer;
  }

  /// True if that was the last connection to the device.
  synchronized boolean unregister(Connection connection) {
    var all = links.get(connection.peer());
    if (all == null || !all.remove(connection) || !all.isEmpty()) {
      return false;
    }
    links.remove(connection.peer());
    notifyAll();
    return true;
  }

  /// Whether it is the one to its device that stays.
  synchronized boolean isCurrent(Connection connection) {
    return Optional.ofNullable(links.get(connection.peer()))
        .map(all -> all.getLast() == connection)
        .orElse(false);
  }

  /// Devices of which two running copies are linked, and both have said something long after the
  /// younger link came up: the older one is not what is left of a program that was started again.
  ///
  /// @param laterMillis so long
  synchronized Set<DeviceId> twins(long laterMillis) {
    var twins = new HashSet<DeviceId>();
    links.forEach((device, all) -> {
      if (all.size() > 1) {
        var youngest = all.stream().mapToLong(Connection::ageMillis).min().orElse(0);
        var alive =
            all.stream()
                .filter(link -> link.silentMillis() < youngest - laterMillis)
                .map(Connection::instance)
                .filter(instance -> instance != 0)
                .distinct()
                .count();
        if (alive > 1) {
          twins.add(device);
        }
      }
    });
    return twins;
  }

  /// Takes no more.
  ///
  /// @return those that are still up
  synchronized List<Connection> close() {
    closed = true;
    return all();
  }

  /// Waits until all have ended, or the time is over.
  synchronized void awaitQuiet(long millis) {
    var giveUpAt = local.now() + millis;
    try {
      while (!links.isEmpty() && local.now() < giveUpAt) {
        wait(Math.max(1, giveUpAt - local.now()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
