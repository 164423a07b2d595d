package dev.flotilla.app.desktop;

import static dev.flotilla.app.desktop.SketchWorkspace.NOW;

import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.node.LogEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The network as the first machine of a made-up fleet sees it.
final class SketchPeers {
  /// Since then the machines of another part of the network were not heard.
  private static final Duration AWAY = Duration.ofMinutes(41);

  private SketchPeers() {}

  static PeerStatus[] of(RehearsalFleet fleet) {
    return IntStream.range(1, fleet.machines().size())
        .mapToObj(machine -> peer(fleet, machine))
        .toArray(PeerStatus[]::new);
  }

  private static PeerStatus peer(RehearsalFleet fleet, int machine) {
    RehearsalMachine peer = fleet.machines().get(machine);
    boolean isHeard = fleet.part(machine) == fleet.part(0);
    return new PeerStatus(
        Optional.of(peer.key().deviceId()),
        peer.name(),
        "192.168.7." + (20 + machine) + ":41217",
        isHeard ? PeerState.IN_SYNC : PeerState.OFFLINE,
        isHeard ? peer.workspace().vector() : seenOf(fleet, peer),
        Optional.of(isHeard ? NOW : NOW.minus(AWAY)),
        Optional.empty());
  }

  /// What the first machine can know of what another has: what that had seen when it wrote last.
  private static VersionVector seenOf(RehearsalFleet fleet, RehearsalMachine peer) {
    VersionVector here = fleet.machines().getFirst().workspace().vector();
    return fleet.log().stream()
        .filter(change -> change.author().equals(peer.replica()))
        .map(LogEntry::past)
        .filter(here::dominates)
        .reduce(VersionVector.EMPTY, VersionVector::join);
  }

  /// What both have.
  static VersionVector least(VersionVector one, VersionVector other) {
    Map<ReplicaId, Long> least = new HashMap<>();
    one.forEach((replica, counter) -> least.put(replica, Math.min(counter, other.get(replica))));
    return VersionVector.of(least);
  }
}
