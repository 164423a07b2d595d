package dev.flotilla.net.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/// How much happened within the last minute, in slots of a second. Any thread; two that meet at the
/// turn of a slot may lose a count.
final class LastMinute {
  private static final int SECONDS = 60;

  private final AtomicLongArray counts = new AtomicLongArray(SECONDS);
  private final AtomicLongArray seconds = new AtomicLongArray(SECONDS);
  private final long start;

  LastMinute(long nowNanos) {
    this.start = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
  }

  void add(long nowNanos, long amount) {
    var second = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
    var slot = Math.floorMod(second, SECONDS);
    if (seconds.getAndSet(slot, second) != second) {
      counts.set(slot, 0);
    }
    counts.addAndGet(slot, amount);
  }

  double perSecond(long nowNanos) {
    var second = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
    var sum = 0L;
    for (var slot = 0; slot < SECONDS; slot++) {
      sum += second - seconds.get(slot) < SECONDS ? counts.get(slot) : 0;
    }
    return (double) sum / Math.clamp(second - start, 1, SECONDS);
  }
}
