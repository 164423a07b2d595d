package dev.flotilla.app.desktop.fx;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Calls a task again and again until it is closed, on a thread of its own that keeps no program
/// alive. Unlike a timeline it leaves the toolkit asleep in between.
public final class Every implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("flotilla-every").factory());

  /// Starts at once; the first call comes after `period`. `task` must not throw.
  public Every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var _ = timer.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /// No call begins from now on.
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
