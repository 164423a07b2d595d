package dev.flotilla.crdt.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

/// The one value at which a clock decides otherwise. Found by mutants that no other test noticed.
class ClockBoundariesTest {

  private static final long NOON = 1_795_000_000_000L;
  private static final ReplicaId ADA = new ReplicaId(1, 0);

  @Test
  void anEditIsLaterThanAnotherOfTheSameMillisecond() {
    var seen = new HybridTimestamp(NOON, 0);

    assertThat(HybridClock.START.observe(seen).tick(NOON).last())
        .isEqualTo(new HybridTimestamp(NOON, 1));
  }

  @Test
  void aClockThatIsAheadByExactlyFiveMinutesIsFollowed() {
    var seen = new HybridTimestamp(NOON + HybridClock.AHEAD_MILLIS_MAX, 3);

    assertThat(HybridClock.START.observe(seen).tick(NOON).last())
        .isEqualTo(new HybridTimestamp(NOON + HybridClock.AHEAD_MILLIS_MAX, 4));
  }

  @Test
  void seeingTheSameTimestampAgainChangesNothing() {
    var hybrid = HybridClock.START.observe(new HybridTimestamp(NOON, 1));
    var lamport = new LamportClock(7);

    assertThat(hybrid.observe(new HybridTimestamp(NOON, 1))).isSameAs(hybrid);
    assertThat(lamport.observe(new LamportTimestamp(7, ADA))).isSameAs(lamport);
  }

  @Test
  void zeroIsWhereLamportClocksStart() {
    assertThat(new LamportClock(0).counter()).isZero();
    assertThat(new LamportTimestamp(0, ADA).counter()).isZero();
  }

  @Test
  void aHybridTimestampReadsAsMillisecondsAndCounter() {
    assertThat(new HybridTimestamp(NOON, 4)).hasToString("1795000000000.4");
  }
}
