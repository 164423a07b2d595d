package dev.flotilla.net.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final DeviceId BEN = DeviceId.parse("be".repeat(32));

  private final AtomicLong clock = new AtomicLong();
  private final Metrics metrics = new Metrics(clock::get);

  @Test
  void latenciesAreRightToOnePercent() {
    for (var millis = 1; millis <= 100; millis++) {
      var since = metrics.now();
      after(Duration.ofMillis(millis));
      metrics.edited(since);
    }

    var edits = snapshot().localEdit();

    assertThat(edits.count()).isEqualTo(100);
    assertThat(edits.p50Micros()).isBetween(49_500L, 50_500L);
    assertThat(edits.p99Micros()).isBetween(98_000L, 100_000L);
    assertThat(edits.maxMicros()).isBetween(99_000L, 101_000L);
  }

  @Test
  void convergenceIsFromTheFirstDifferenceToTheNextEquality() {
    metrics.linked(BEN, 0);
    after(Duration.ofMillis(30));
    metrics.compared(BEN, false, 10);
    after(Duration.ofMillis(10));
    metrics.compared(BEN, true, 0);
    after(Duration.ofSeconds(5));
    metrics.compared(BEN, true, 0);
    metrics.compared(BEN, false, 0);
    after(Duration.ofMillis(20));
    metrics.compared(BEN, true, 7);

    assertThat(snapshot().convergence().count()).isEqualTo(2);
    assertThat(snapshot().convergence().maxMicros()).isBetween(39_000L, 41_000L);
    assertThat(snapshot().queues().underWayBytes()).isEqualTo(7);
    assertThat(snapshot().peers().get(BEN)).isEqualTo(new PeerMetrics(true, true, 0, 7, 0));
  }

  @Test
  void aPartitionLastsFromTheEndOfALinkToTheNext() {
    metrics.linked(BEN, 0);
    metrics.unlinked(BEN, true);
    after(Duration.ofMinutes(3));

    assertThat(snapshot().peers().get(BEN).awayMillis()).isEqualTo(180_000);
    metrics.linked(BEN, 0);

    assertThat(snapshot().partition().count()).isOne();
    assertThat(snapshot().partition().maxMicros()).isBetween(178_000_000L, 182_000_000L);
    assertThat(snapshot().syncSuccess()).isEqualTo(0.5);
  }

  /// Its clock is ahead, so its stamps look younger than they are.
  @Test
  void theAuthorsStampIsCorrectedByItsClock() {
    metrics.linked(BEN, 4_000);

    metrics.visibleAfter(Optional.of(BEN), -3_990);
    metrics.visibleAfter(Optional.of(BEN), Duration.ofDays(3).toMillis());

    assertThat(snapshot().authorToVisible().count()).isOne();
    assertThat(snapshot().authorToVisible().maxMicros()).isBetween(9_900L, 10_100L);
  }

  @Test
  void bytesAreCountedByKind() {
    metrics.sent("Ack", 10, 10);
    metrics.sent("Changes", 60, 100);
    metrics.sent("Changes", 40, 100);
    metrics.received("Ping", 10, 10);

    assertThat(snapshot().sent()).containsEntry("Changes", new Traffic(2, 100, 200));
    assertThat(snapshot().sentInAll()).isEqualTo(new Traffic(3, 110, 210));
    assertThat(snapshot().compressionRatio()).isEqualTo(110.0 / 210);
    assertThat(snapshot().receivedInAll().wireBytes()).isEqualTo(10);
  }

  @Test
  void theRateIsThatOfTheLastMinute() {
    metrics.visible(metrics.now(), 600);
    after(Duration.ofSeconds(30));
    assertThat(snapshot().changesPerSecond()).isEqualTo(20);
    after(Duration.ofSeconds(40));
    metrics.visible(metrics.now(), 60);

    assertThat(snapshot().changesPerSecond()).isEqualTo(1);
    assertThat(snapshot().changesTaken()).isEqualTo(660);
  }

  @Test
  void memoryIsThatOfThisProcess() {
    var memory = Memory.now();

    assertThat(memory.heapUsedBytes())
        .isPositive()
        .isLessThanOrEqualTo(memory.heapCommittedBytes());
    assertThat(memory.nativeBytes()).isNotNegative();
  }

  private void after(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private MetricsSnapshot snapshot() {
    return metrics.snapshot(() -> 0, () -> 0);
  }
}
