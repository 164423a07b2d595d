package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.session.FakeReplica;
import dev.flotilla.net.topology.Overlay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// More machines than a full mesh has, over TLS on 127.0.0.1.
class LargeFleetTest {
  private static final int SIZE = 18;

  @TempDir private Path home;
  private final List<Machine> fleet = new ArrayList<>();

  @AfterEach
  void close() {
    fleet.parallelStream().forEach(Machine::close);
  }

  @Test
  void fewLinksCarryEveryEditToEverybodyAlsoAfterAThirdIsGone() throws Exception {
    start(SIZE);
    fleet.forEach(machine -> machine.replica.edit());
    awaitEdits(fleet, SIZE);

    assertThat(fleet.stream().mapToInt(Machine::connections).sum())
        .isLessThan(SIZE * (SIZE - 1) * 3 / 4);

    var gone = List.copyOf(fleet.subList(0, SIZE / 3));
    gone.parallelStream().forEach(Machine::close);
    fleet.removeAll(gone);
    fleet.forEach(machine -> machine.replica.edit());
    awaitEdits(fleet, SIZE + fleet.size());
  }

  /// All others know nobody but the one that may have a single link.
  @Test
  void aMachineThatIsFullSendsOthersToEachOtherAndKeepsItsNeighbours() throws Exception {
    fleet.add(Machine.start(home, 1, Machine.TIMING, 1).serve());
    for (var number = 2; number <= 12; number++) {
      fleet.add(Machine.start(home, number).serve());
    }
    Machine.befriend(fleet.toArray(Machine[]::new));
    var full = fleet.getFirst();
    fleet.subList(1, fleet.size()).forEach(machine -> machine.dial(full));
    fleet.forEach(machine -> machine.replica.edit());
    awaitEdits(fleet, fleet.size());

    var ring = fleet.stream().sorted(Comparator.comparing(Machine::id)).toList();
    var place = ring.indexOf(full);
    var opposite = ring.get((place + ring.size() / 2) % ring.size());

    opposite.replica.await(
        "who is no neighbour hears why it has to leave",
        now -> now.peers().stream().anyMatch(peer -> isTurnedAway(peer, full)));
    full.awaitInSync(ring.get((place + 1) % ring.size()));
    full.awaitInSync(ring.get((place + ring.size() - 1) % ring.size()));
  }

  @Test
  void membersFindEachOtherThroughTheOneTheyAllKnow() throws Exception {
    for (var number = 1; number <= 6; number++) {
      fleet.add(Machine.start(home, number).serve());
    }
    Machine.befriend(fleet.toArray(Machine[]::new));

    fleet.forEach(machine -> machine.dial(fleet.getFirst()));

    for (var machine : fleet) {
      for (var other : fleet) {
        if (other != machine) {
          machine.awaitInSync(other);
        }
      }
    }
  }

  /// The change that admits a device comes after the news of where it is.
  @Test
  void aHintOfADeviceThatIsNoMemberYetIsKept() throws Exception {
    for (var number = 1; number <= 3; number++) {
      fleet.add(Machine.start(home, number).serve());
    }
    var middle = fleet.get(0);
    var one = fleet.get(1);
    var other = fleet.get(2);
    Machine.befriend(middle, one);
    Machine.befriend(middle, other);
    one.dial(middle);
    other.dial(middle);
    one.awaitInSync(middle);
    other.awaitInSync(middle);

    other.replica.admitLater(one.id());
    one.replica.admitLater(other.id());

    one.awaitInSync(other);
  }

  /// Everybody sees everybody, as on one network.
  private void start(int size) throws Exception {
    assertThat(size - 1).isGreaterThan(Overlay.FULL_MESH_PEERS);
    for (var number = 1; number <= size; number++) {
      fleet.add(Machine.start(home, number));
    }
    Machine.befriend(fleet.toArray(Machine[]::new));
    for (var machine : fleet) {
      machine.serve();
      fleet.forEach(other -> {
        if (other != machine) {
          machine.discovery.show(other.sighting());
        }
      });
    }
  }

  private static boolean isTurnedAway(PeerStatus peer, Machine by) {
    return peer.state() == PeerState.OFFLINE
        && peer.device().filter(by.id()::equals).isPresent()
        && peer.detail().filter(sentence -> sentence.contains("as many")).isPresent();
  }

  private static long count(FakeReplica replica) {
    return replica.heads().asMap().values().stream().mapToLong(Head::seq).sum();
  }

  private static void awaitEdits(List<Machine> machines, long edits) {
    for (var machine : machines) {
      machine.replica.await("all edits arrive", now -> count(now) == edits);
    }
  }
}
