package dev.flotilla.net.transport;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What people see of the peers of one workspace. The listener gets the whole list, the latest one,
/// after every change but that of the last sign of life alone; in order, on a thread of its own, so
/// that a slow listener stalls no connection. Thread-safe.
final class PeerTable {
  private static final Logger LOG = System.getLogger(PeerTable.class.getName());

  private static final Comparator<PeerStatus> BY_NAME =
      Comparator.comparing(PeerStatus::name)
          .thenComparing(PeerStatus::address)
          .thenComparing(status -> status.device().map(DeviceId::toString).orElse(""));

  private final Map<Target, PeerStatus> rows = new HashMap<>();
  private final Consumer<List<PeerStatus>> listener;
  private final InstantSource wall;
  private boolean dirty;
  private boolean publishing;
  private boolean closed;

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
    var detail =
        view.diverged()
            ? Optional.of(
                "%s has another history for a replica: one of the two was restored from a copy."
                    .formatted(name.isEmpty() ? "The other machine" : name))
            : Optional.<String>empty();
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
            detail));
  }

  /// The row has become another one's, or is of no use.
  synchronized void forget(Target target) {
    if (rows.remove(target) != null) {
      publish();
    }
  }

  /// No more lists; one that is being told may still be.
  synchronized void close() {
    closed = true;
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
    var before = rows.put(target, status);
    if (before == null || !seenAt(before, status.lastSeen()).equals(status)) {
      publish();
    }
  }

  private static PeerStatus seenAt(PeerStatus status, Optional<Instant> lastSeen) {
    return new PeerStatus(
        status.device(),
        status.name(),
        status.address(),
        status.state(),
        status.vector(),
        lastSeen,
        status.detail());
  }

  private void publish() {
    dirty = true;
    if (!publishing) {
      publishing = true;
      Thread.ofVirtual().name("flotilla-peers").start(this::publishAll);
    }
  }

  private void publishAll() {
    for (var news = next(); news.isPresent(); news = next()) {
      try {
        listener.accept(news.get());
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "who listens to the list of peers failed", e);
      }
    }
  }

  private synchronized Optional<List<PeerStatus>> next() {
    if (!dirty || closed) {
      publishing = false;
      return Optional.empty();
    }
    dirty = false;
    var sorted = new ArrayList<>(rows.values());
    sorted.sort(BY_NAME);
    return Optional.of(List.copyOf(sorted));
  }
}
