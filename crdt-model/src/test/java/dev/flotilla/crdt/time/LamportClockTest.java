package dev.flotilla.crdt.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

class LamportClockTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(-1, 1);

  @Test
  void ticksAboveAllThatItHasSeen() {
    var clock = LamportClock.START.tick();
    assertThat(clock.timestamp(A)).isEqualTo(new LamportTimestamp(1, A));

    var observed = clock.observe(new LamportTimestamp(7, B));

    assertThat(observed.tick().timestamp(A)).isEqualTo(new LamportTimestamp(8, A));
    assertThat(observed.observe(new LamportTimestamp(3, B))).isEqualTo(observed);
  }

  @Test
  void timestampsGoByCounterThenByReplica() {
    assertThat(new LamportTimestamp(1, B)).isLessThan(new LamportTimestamp(2, A));
    assertThat(new LamportTimestamp(2, A)).isLessThan(new LamportTimestamp(2, B));
    assertThat(new LamportTimestamp(2, A)).hasToString("2@00000000");
  }

  @Test
  void refusesToOverflow() {
    var last = LamportClock.START.observe(new LamportTimestamp(Long.MAX_VALUE, B));

    assertThatThrownBy(last::tick).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesNegativeCounters() {
    assertThatThrownBy(() -> new LamportTimestamp(-1, A))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LamportClock(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
