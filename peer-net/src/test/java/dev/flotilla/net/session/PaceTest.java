package dev.flotilla.net.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.wire.WireLimits;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void whoTakesLongGetsLess() {
    var slow = Pace.START.sent(100, 0).confirmed(100, Pace.SLOW_MILLIS + 1);

    assertThat(slow.limitBytes()).isEqualTo(Pace.START.limitBytes() / 2);
    assertThat(slow.batchBytes()).isEqualTo(Pace.START.batchBytes() / 2);
  }

  @Test
  void whoIsQuickAgainGetsMoreAgain() {
    var slow = Pace.START.sent(100, 0).confirmed(100, Pace.SLOW_MILLIS + 1);

    var quick = slow.sent(slow.batchBytes(), 5000).confirmed(slow.batchBytes(), 5001);
    assertThat(quick.limitBytes()).isEqualTo(Pace.START.limitBytes());
    for (var i = 0; i < 100; i++) {
      quick = quick.sent(WireLimits.WINDOW_BYTES, 0).confirmed(WireLimits.WINDOW_BYTES, 1);
    }
    assertThat(quick.limitBytes()).isEqualTo(WireLimits.WINDOW_BYTES);
    assertThat(quick.batchBytes()).isEqualTo(WireLimits.BATCH_BYTES);
  }

  @Test
  void theClockRunsUntilEverythingThatWasUnderWayIsConfirmed() {
    var batch = Pace.START.batchBytes();
    var running = Pace.START.sent(batch, 0).sent(2L * batch, 10);

    var half = running.confirmed(batch / 2, 20);

    assertThat(half.limitBytes()).isEqualTo(Pace.START.limitBytes());
    assertThat(half.confirmed(batch / 2, 30).limitBytes()).isEqualTo(2 * Pace.START.limitBytes());
  }

  @Test
  void whoIsQuickWithSingleEditsMayStillHaveASlowLine() {
    var pace = Pace.START;
    for (var i = 0; i < 100; i++) {
      pace = pace.sent(300, 0).confirmed(300, 1);
    }

    assertThat(pace).isEqualTo(Pace.START);
  }

  @Test
  void whoHasNotConfirmedAllAfterASecondGetsLessAtOnce() {
    var running = Pace.START.sent(100, 0);

    var late = running.confirmed(60, Pace.SLOW_MILLIS + 1);

    assertThat(late.limitBytes()).isEqualTo(Pace.START.limitBytes() / 2);
  }

  @Test
  void everybodyGetsSomething() {
    var pace = Pace.START;
    for (var i = 0; i < 100; i++) {
      pace = pace.sent(1, 0).confirmed(1, 60_000);
    }

    assertThat(pace.limitBytes()).isEqualTo(Pace.LEAST_BYTES);
  }
}
