package dev.flotilla.net.transport;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What people see of the peers of one workspace. The listener gets the whole list after every
/// change, in order. Thread-safe.
final class PeerTable {
  private static final Comparator<PeerStatus> BY_NAME =
      Comparator.comparing(PeerStatus::name)
          .thenComparing(PeerStatus::address)
          .thenComparing(status -> status.device().map(DeviceId::toString).orElse(""));

  private final Map<Target, PeerStatus> rows = new HashMap<>();
  private final Consumer<List<PeerStatus>> listener;
  private final InstantSource wall;

  PeerTable(Consumer<List<PeerStatus>> listener, InstantSource wall) {
    this.listener = listener;
    this.wall = wall;
  }

  /// The first attempt to reach a peer; later ones change nothing before they have an outcome.
  synchronized void dialling(Target target, String address) {
    if (!rows.containsKey(target)) {
      put(target, status(target, "", address, PeerState.CONNECTING, Optional.empty()));
    }
  }

  /// The peer cannot be reached, or is gone.
  synchronized void offline(Target target, String address, Optional<String> detail) {
    var known = rows.get(target);
    var name = known == null ? "" : known.name();
    var where = address.isEmpty() && known != null ? known.address() : address;
    put(target, status(target, name, where, PeerState.OFFLINE, detail));
  }

  /// One of the two sides does not take the other for a member.
  synchronized void refused(DeviceId device, String address, String sentence) {
    var target = new Target.Device(device);
    var known = rows.get(target);
    var name = known == null ? "" : known.name();
    put(target, status(target, name, address, PeerState.REFUSED, Optional.of(sentence)));
  }

  /// The peer is there.
  synchronized void linked(DeviceId device, String name, String address, LinkView view) {
    var target = new Target.Device(device);
    var state = view.inSync() ? PeerState.IN_SYNC : PeerState.SYNCING;
    put(
        target,
        new PeerStatus(
            Optional.of(device),
            name,
            address,
            state,
            view.theirs().vector(),
            Optional.of(wall.instant()),
            Optional.empty()));
  }

  /// The row has become another one's, or is of no use.
  synchronized void forget(Target target) {
    if (rows.remove(target) != null) {
      publish();
    }
  }

  private PeerStatus status(
      Target target, String name, String address, PeerState state, Optional<String> detail) {
    var known = rows.get(target);
    return new PeerStatus(
        switch (target) {
          case Target.Device(var device) -> Optional.of(device);
          case Target.Address _ -> Optional.empty();
        },
        name,
        address,
        state,
        known == null ? VersionVector.EMPTY : known.vector(),
        known == null ? Optional.empty() : known.lastSeen(),
        detail);
  }

  private void put(Target target, PeerStatus status) {
    if (!status.equals(rows.put(target, status))) {
      publish();
    }
  }

  private void publish() {
    var sorted = new ArrayList<>(rows.values());
    sorted.sort(BY_NAME);
    listener.accept(List.copyOf(sorted));
  }
}
