package dev.flotilla.app.causality.known;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Member;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.Stability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All machines of a workspace, this one first, and what each is known to have: a matrix clock,
/// after Wuu and Bernstein (1984). What is known only grows, and is never more than there is.
///
/// Immutable.
public record KnownFleet(List<KnownMachine> machines) {
  /// Of a workspace that nobody is known of.
  public static final KnownFleet EMPTY = new KnownFleet(List.of());

  public KnownFleet {
    machines = List.copyOf(machines);
  }

  /// What a machine knows of all members: what they confirmed, and what they told since.
  ///
  /// @param here the replica of the machine that knows
  /// @param name what that machine is called
  public static KnownFleet of(
      Workspace workspace,
      ReplicaId here,
      String name,
      Stability stability,
      List<PeerStatus> peers) {
    Map<DeviceId, List<ReplicaId>> replicas = replicas(workspace);
    Map<DeviceId, PeerStatus> links = new HashMap<>();
    peers.forEach(peer -> peer.device().ifPresent(device -> links.put(device, peer)));
    Optional<DeviceId> own = workspace.origin(here).map(origin -> origin.device().deviceId());
    List<KnownMachine> machines = new ArrayList<>();
    for (Member member : workspace.members()) {
      DeviceId device = member.device().deviceId();
      List<ReplicaId> wrote = replicas.getOrDefault(device, List.of());
      VersionVector confirmed = stability.seen().getOrDefault(device, VersionVector.EMPTY);
      if (own.filter(device::equals).isPresent()) {
        machines.addFirst(
            new KnownMachine(
                device,
                name,
                true,
                true,
                Optional.empty(),
                wrote,
                Duration.ZERO,
                workspace.vector()));
      } else {
        machines.add(other(member, wrote, confirmed, Optional.ofNullable(links.get(device))));
      }
    }
    return new KnownFleet(machines);
  }

  private static KnownMachine other(
      Member member, List<ReplicaId> replicas, VersionVector confirmed, Optional<PeerStatus> link) {
    return new KnownMachine(
        member.device().deviceId(),
        link.map(PeerStatus::name).filter(name -> !name.isBlank()).orElse(member.name()),
        false,
        link.map(PeerStatus::state).filter(KnownFleet::isHeard).isPresent(),
        link.flatMap(PeerStatus::lastSeen),
        replicas,
        Duration.ZERO,
        link.map(PeerStatus::vector).orElse(VersionVector.EMPTY).join(confirmed));
  }

  private static boolean isHeard(PeerState state) {
    return switch (state) {
      case CONNECTING, SYNCING, IN_SYNC -> true;
      case OFFLINE, REFUSED -> false;
    };
  }

  private static Map<DeviceId, List<ReplicaId>> replicas(Workspace workspace) {
    Map<DeviceId, List<ReplicaId>> replicas = new HashMap<>();
    workspace
        .vector()
        .forEach((replica, _) ->
            workspace
                .origin(replica)
                .ifPresent(origin ->
                    replicas
                        .computeIfAbsent(origin.device().deviceId(), _ -> new ArrayList<>())
                        .add(replica)));
    return replicas;
  }

  /// The same, knowing also what each machine had seen when it wrote last.
  public KnownFleet learning(CausalHistory history) {
    return new KnownFleet(
        machines.stream().map(machine -> machine.knowing(written(machine, history))).toList());
  }

  /// The same, knowing how far the clocks of others are ahead of this machine's.
  public KnownFleet clocked(Map<DeviceId, Duration> ahead) {
    return new KnownFleet(
        machines.stream()
            .map(machine -> machine.clocked(ahead.getOrDefault(machine.device(), Duration.ZERO)))
            .toList());
  }

  private static VersionVector written(KnownMachine machine, CausalHistory history) {
    VersionVector seen = VersionVector.EMPTY;
    for (ReplicaId replica : machine.replicas()) {
      int[] own =
          history.laneOf(replica).stream().mapToObj(history::onLane).findFirst().orElse(new int[0]);
      if (own.length > 0) {
        seen = seen.join(history.event(own[own.length - 1]).past());
      }
    }
    return seen;
  }

  /// Whose replica it is.
  public Optional<KnownMachine> machine(ReplicaId replica) {
    return machines.stream().filter(machine -> machine.replicas().contains(replica)).findFirst();
  }

  /// The machines that are known to have an operation.
  public List<KnownMachine> having(Dot dot) {
    return machines.stream().filter(machine -> machine.has(dot)).toList();
  }

  /// The machines that are not known to have an operation.
  public List<KnownMachine> lacking(Dot dot) {
    return machines.stream().filter(machine -> !machine.has(dot)).toList();
  }

  /// All that anybody is known to have.
  public VersionVector anywhere() {
    return machines.stream()
        .map(KnownMachine::vector)
        .reduce(VersionVector.EMPTY, VersionVector::join);
  }
}
