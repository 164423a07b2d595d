package dev.flotilla.crdt.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HybridClockTest {

  private static final long NOON = 1_795_000_000_000L;

  @Test
  void followsTheWallClock() {
    var clock = HybridClock.START.tick(NOON).tick(NOON + 5);

    assertThat(clock.last()).isEqualTo(new HybridTimestamp(NOON + 5, 0));
  }

  @Test
  void countsWithinAMillisecondAndWhenTheWallClockRunsBackwards() {
    var clock = HybridClock.START.tick(NOON).tick(NOON);
    var backwards = clock.tick(NOON - 1000);

    assertThat(clock.last()).isEqualTo(new HybridTimestamp(NOON, 1));
    assertThat(backwards.last()).isEqualTo(new HybridTimestamp(NOON, 2));
  }

  @Test
  void goesToTheNextMillisecondWhenTheCounterIsFull() {
    var full = new HybridTimestamp(NOON, HybridTimestamp.COUNTER_MAX);
    var clock = new HybridClock(full, HybridTimestamp.ZERO);

    assertThat(clock.tick(NOON).last()).isEqualTo(new HybridTimestamp(NOON + 1, 0));
  }

  @Test
  void isLaterThanWhatItHasSeen() {
    var ahead = new HybridTimestamp(NOON + 60_000, 7);

    var clock = HybridClock.START.observe(ahead).tick(NOON);

    assertThat(clock.last()).isEqualTo(new HybridTimestamp(NOON + 60_000, 8));
  }

  @Test
  void followsAClockAheadByFiveMinutesAtMost() {
    var clock = HybridClock.START.observe(HybridTimestamp.MAX).tick(NOON);

    assertThat(clock.last()).isEqualTo(new HybridTimestamp(NOON + HybridClock.AHEAD_MILLIS_MAX, 0));
    assertThat(clock.tick(NOON).last())
        .isEqualTo(new HybridTimestamp(NOON + HybridClock.AHEAD_MILLIS_MAX, 1));
  }

  @Test
  void whatWasSeenEarlierChangesNothing() {
    var clock = HybridClock.START.observe(new HybridTimestamp(NOON, 1));

    assertThat(clock.observe(new HybridTimestamp(NOON, 0))).isSameAs(clock);
  }

  @Test
  void neverRunsBackwardsNeverRefuses() {
    var random = new SplittableRandom(1);
    for (int run = 0; run < 200; run++) {
      var clock = HybridClock.START;
      for (int step = 0; step < 100; step++) {
        long now = NOON + random.nextLong(-1_000_000, 1_000_000);
        if (random.nextBoolean()) {
          clock = clock.observe(new HybridTimestamp(now + random.nextLong(600_000), 0xFFFF));
        }
        var next = clock.tick(now);

        assertThat(next.last()).isGreaterThan(clock.last());
        assertThat(next.last().wallMillis())
            .isLessThanOrEqualTo(
                Math.max(now + HybridClock.AHEAD_MILLIS_MAX, clock.last().wallMillis()) + 1);
        clock = next;
      }
    }
  }

  @Test
  void aWallClockOutOfRangeCountsAsTheNearestTime() {
    assertThat(HybridClock.START.tick(-5).last().wallMillis()).isZero();
    assertThat(HybridClock.START.tick(Long.MAX_VALUE).last().wallMillis())
        .isEqualTo(HybridTimestamp.WALL_MILLIS_MAX);
    assertThat(new HybridClock(HybridTimestamp.MAX, HybridTimestamp.MAX).tick(NOON).last())
        .isEqualTo(HybridTimestamp.MAX);
  }

  @Test
  void aTimestampOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new HybridTimestamp(-1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HybridTimestamp(1L << 47, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HybridTimestamp(0, 65_536))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
