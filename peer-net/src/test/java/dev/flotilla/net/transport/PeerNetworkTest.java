package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.discovery.DiscoveryMode;
import dev.flotilla.net.discovery.Sighting;
import dev.flotilla.net.session.FakeReplica;
import dev.flotilla.net.session.SessionLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real sockets and TLS on 127.0.0.1, replicas in memory.
class PeerNetworkTest {
  @TempDir Path home;
  private Machine a;
  private Machine b;
  private Machine c;

  @BeforeEach
  void start() throws Exception {
    a = Machine.start(home, 1);
    b = Machine.start(home, 2);
    c = Machine.start(home, 3);
  }

  @AfterEach
  void close() {
    a.close();
    b.close();
    c.close();
  }

  @Test
  void membersEndWithTheSame() {
    Machine.befriend(a, b);
    a.serve().replica.edit();
    b.serve().replica.edit(200_000);
    b.replica.edit(200_000);

    b.dial(a);

    a.awaitInSync(b);
    b.awaitInSync(a);
    assertThat(a.replica.heads()).isEqualTo(b.replica.heads());
    assertThat(a.replica.heads().size()).isEqualTo(2);
  }

  @Test
  void anEditIsPushedToThePeersThatAreThere() {
    Machine.befriend(a, b);
    a.serve();
    b.serve().dial(a);
    a.awaitInSync(b);

    for (var i = 0; i < 100; i++) {
      a.replica.edit();
      b.replica.await("the edit arrives", now -> now.heads().equals(a.replica.heads()));
    }

    assertThat(b.replica.duplicates()).isZero();
  }

  @Test
  void changesReachADeviceThroughAnother() {
    Machine.befriend(a, b, c);
    a.serve();
    b.serve().dial(c);
    c.serve().dial(a);
    c.awaitInSync(a);
    c.awaitInSync(b);

    a.replica.edit();

    b.replica.await("a's edit arrives", now -> now.heads().size() == 1);
  }

  @Test
  void aPeerThatComesBackGetsWhatItMissed() throws Exception {
    Machine.befriend(a, b);
    a.serve();
    b.serve().dial(a);
    a.awaitInSync(b);

    b.network.withdraw(FakeReplica.WORKSPACE);
    a.awaitState(b.id(), PeerState.OFFLINE);
    a.replica.edit();
    b.replica.edit();
    b.serve();

    a.awaitInSync(b);
    assertThat(a.replica.heads()).isEqualTo(b.replica.heads());
  }

  @Test
  void aDeviceThatIsNoMemberGetsNothingAndIsToldSo() {
    a.serve().replica.edit();
    b.serve().replica.admitting(a.id());

    b.dial(a);

    var refused = b.awaitState(a.id(), PeerState.REFUSED);
    assertThat(refused.detail()).hasValueSatisfying(it -> assertThat(it).contains("member"));
    assertThat(b.replica.received()).isZero();
    assertThat(a.connections()).isZero();
  }

  @Test
  void aRefusedDeviceTriesAgainAndIsLetInOnceItIsAMember() {
    a.serve().replica.edit();
    b.serve().replica.admitting(a.id());
    b.dial(a);
    b.awaitState(a.id(), PeerState.REFUSED);

    a.replica.admitLater(b.id());

    b.awaitInSync(a);
  }

  @Test
  void nothingIsSaidToADeviceThatWeDoNotKnow() {
    a.serve().replica.admitting(b.id());
    b.serve().replica.edit();

    b.dial(a);

    var refused = b.awaitState(a.id(), PeerState.REFUSED);
    assertThat(refused.detail()).hasValueSatisfying(it -> assertThat(it).contains("invite it"));
    assertThat(a.replica.received()).isZero();
  }

  @Test
  void aRemovedDeviceIsDisconnectedAndGetsNothingMore() {
    Machine.befriend(a, b);
    a.serve();
    b.serve().dial(a);
    a.awaitInSync(b);

    a.replica.remove(b.id());
    b.awaitState(a.id(), PeerState.REFUSED);
    var received = b.replica.received();
    a.replica.edit();

    b.awaitState(a.id(), PeerState.REFUSED);
    assertThat(b.replica.received()).isEqualTo(received);
  }

  @Test
  void changesThatAreNotValidAreReportedOnBothSides() {
    Machine.befriend(a, b);
    a.serve().replica.refuseEverything();
    b.serve().replica.edit();

    b.dial(a);

    b.replica.await(
        "the refusal is shown",
        now ->
            now.peers().stream()
                .anyMatch(peer -> peer.detail().orElse("").contains("It is refused.")));
    assertThat(a.replica.heads().isEmpty()).isTrue();
  }

  @Test
  void discoveredMembersAreDialledAndStrangersAreNot() {
    Machine.befriend(a, b);
    a.serve();
    b.serve();
    c.serve();

    a.discovery.show(c.sighting());
    a.discovery.show(b.sighting());

    a.awaitInSync(b);
    assertThat(a.replica.peers()).hasSize(1);
  }

  @Test
  void aDiscoveredStrangerIsDialledAsSoonAsItIsAMember() {
    a.serve();
    b.serve().replica.admitting(a.id());
    a.discovery.show(b.sighting());

    a.replica.admitLater(b.id());

    a.awaitInSync(b);
  }

  @Test
  void whereADeviceWasReachedIsRemembered() {
    Machine.befriend(a, b);
    b.serve();
    a.book.remember(FakeReplica.WORKSPACE, b.id(), b.address());

    a.serve();

    a.awaitInSync(b);
    b.awaitInSync(a);
    assertThat(b.book.of(FakeReplica.WORKSPACE)).containsEntry(a.id(), List.of(a.address()));
  }

  @Test
  void ofTwoDevicesThatDialEachOtherOneConnectionStays() {
    Machine.befriend(a, b);
    a.serve();
    b.serve();

    for (var i = 0; i < 20; i++) {
      a.dial(b);
      b.dial(a);
      a.discovery.show(b.sighting());
      b.discovery.show(a.sighting());
    }
    a.awaitInSync(b);
    b.awaitInSync(a);
    a.awaitOneConnection();
    b.awaitOneConnection();

    for (var i = 0; i < 50; i++) {
      a.replica.edit();
      b.replica.edit();
      a.awaitInSync(b);
      b.awaitInSync(a);
    }
    a.awaitOneConnection();
    b.awaitOneConnection();
  }

  @Test
  void anotherDeviceAtAKnownAddressGetsNothing() {
    Machine.befriend(a, b, c);
    a.serve().replica.edit();
    b.serve();

    a.discovery.show(new Sighting(c.id(), List.of(b.address())));

    var offline = a.awaitState(c.id(), PeerState.OFFLINE);
    assertThat(offline.detail())
        .hasValueSatisfying(it -> assertThat(it).contains("another device"));
    assertThat(b.replica.received()).isZero();
  }

  @Test
  void anAddressWhereNobodyAnswersIsShown() throws Exception {
    a.serve();
    var nobody = Machine.addressOfNobody();

    a.network.connect(nobody, FakeReplica.WORKSPACE);

    a.replica.await(
        "the address is shown as unreachable",
        now -> now.peers().stream().anyMatch(peer -> peer.state() == PeerState.OFFLINE));
    var shown = a.replica.peers().getFirst();
    assertThat(shown.device()).isEmpty();
    assertThat(shown.address()).isEqualTo(nobody.toString());
    assertThat(shown.detail()).hasValue("Cannot reach " + nobody + ": connection refused.");
  }

  @Test
  void aDeviceThatDialsItselfNoticesIt() {
    Machine.befriend(a, b);
    a.serve();
    b.serve();

    a.dial(a);
    a.dial(b);

    a.awaitInSync(b);
    a.replica.await("only the other one is shown", now -> now.peers().size() == 1);
  }

  /// Its dialler ended and was never started again.
  @Test
  void aFaultInOneAttemptToDialDoesNotEndTheOthers() {
    Machine.befriend(a, b);
    a.serve();
    b.serve().replica.failOnce();

    b.dial(a);

    b.awaitInSync(a);
  }

  /// Each greeting and each end woke the other side's dialler, and a greeting counted as success:
  /// they dialled each other several times a second for ever.
  @Test
  void devicesThatRefuseEachOthersChangesDialEachOtherLessAndLess() throws Exception {
    var patient = Machine.timing(SessionLimits.DEFAULT, Backoff.between(100, 60_000));
    try (var one = Machine.start(home, 4, patient);
        var other = Machine.start(home, 5, patient)) {
      Machine.befriend(one, other);
      one.serve().replica.refuseEverything();
      other.serve().replica.edit();
      var since = System.nanoTime();

      other.dial(one);
      one.replica.await("it refused often", now -> now.refusals() >= 13);

      // Three diallers: the address, and each device the other. So one of them tried five times.
      assertThat(Duration.ofNanos(System.nanoTime() - since))
          .isGreaterThan(Duration.ofMillis(80 + 160 + 320 + 640));
    }
  }

  @Test
  void aPortInUseIsSaidInOneSentence() {
    var options = new NetworkOptions(a.network.port(), DiscoveryMode.LOOPBACK, "other");
    try (var other =
        new PeerNetwork(b.identity, options, AddressBook.NONE, InstantSource.system())) {
      assertThatThrownBy(other::start)
          .isInstanceOf(NetworkException.class)
          .hasMessageContaining("Port " + a.network.port() + " is in use");
    }
  }

  @Test
  void onLoopbackOnlyTheLoopbackAddressIsGivenAway() {
    assertThat(a.network.addresses()).containsExactly(a.address());
  }

  @Test
  void closingSaysGoodbyeToThePeers() {
    Machine.befriend(a, b);
    a.serve();
    b.serve().dial(a);
    a.awaitInSync(b);

    b.close();

    var offline = a.awaitState(b.id(), PeerState.OFFLINE);
    assertThat(offline.lastSeen()).isPresent();
    assertThat(offline.name()).isEqualTo("machine 2");
  }

  @Test
  void theVectorOfAPeerIsWhatItToldToHave() {
    Machine.befriend(a, b);
    a.serve().replica.edit();
    b.serve().dial(a);
    a.awaitInSync(b);

    var shown = a.awaitState(b.id(), PeerState.IN_SYNC);

    assertThat(shown.vector()).isEqualTo(a.replica.heads().vector());
    assertThat(shown.address()).isEqualTo(b.address().toString());
    assertThat(DeviceId.parse(shown.device().orElseThrow().toString())).isEqualTo(b.id());
  }
}
