package dev.flotilla.crdt.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flotilla.crdt.CausalOrder;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import org.junit.jupiter.api.Test;

class VectorClockTest {

  private static final ReplicaId ADA = new ReplicaId(1, 0);
  private static final ReplicaId BOB = new ReplicaId(2, 0);

  @Test
  void anEventHappenedBeforeThoseThatFollowIt() {
    var first = VectorClock.ZERO.tick(ADA);
    var second = first.tick(ADA);

    assertThat(first.happenedBefore(second)).isTrue();
    assertThat(second.happenedBefore(first)).isFalse();
    assertThat(first.happenedBefore(first)).isFalse();
    assertThat(second).hasToString("{00000000:2}");
  }

  @Test
  void sendingHappenedBeforeReceiving() {
    var sent = VectorClock.ZERO.tick(ADA).tick(ADA);
    var elsewhere = VectorClock.ZERO.tick(BOB);

    var received = elsewhere.receive(BOB, sent);

    assertThat(received.counts()).isEqualTo(VersionVector.EMPTY.with(ADA, 2).with(BOB, 2));
    assertThat(sent.happenedBefore(received)).isTrue();
    assertThat(elsewhere.happenedBefore(received)).isTrue();
  }

  @Test
  void eventsThatKnowNothingOfEachOtherAreConcurrent() {
    var ada = VectorClock.ZERO.tick(ADA);
    var bob = VectorClock.ZERO.tick(BOB);

    assertThat(ada.isConcurrentWith(bob)).isTrue();
    assertThat(bob.isConcurrentWith(ada)).isTrue();
    assertThat(ada.isConcurrentWith(ada)).isFalse();
    assertThat(ada.compare(ada)).isEqualTo(CausalOrder.EQUAL);
  }

  @Test
  void overflowIsRefused() {
    var last = new VectorClock(VersionVector.EMPTY.with(ADA, Long.MAX_VALUE));

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> last.tick(ADA));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> VectorClock.ZERO.receive(ADA, last));
  }
}
