package dev.flotilla.net.node;

import dev.flotilla.net.Settings;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Cleans up and archives the workspaces of a node now and then, and looks at what they take, from
/// when it is started until it is closed.
final class Upkeep implements AutoCloseable {
  private final Workspaces workspaces;
  private final MemoryWatch memory;
  private final Optional<Duration> archiveAfter;
  private final InstantSource clock;
  private final Executor later;
  private volatile boolean closed;

  Upkeep(Workspaces workspaces, Settings settings, InstantSource clock) {
    this.workspaces = workspaces;
    this.memory = MemoryWatch.of(settings);
    this.archiveAfter = settings.archiveAfter();
    this.clock = clock;
    var millis = settings.cleanupInterval().toMillis();
    this.later =
        CompletableFuture.delayedExecutor(
            millis, TimeUnit.MILLISECONDS, Executors.newVirtualThreadPerTaskExecutor());
  }

  /// The timer that waits does not keep a node that is closed in memory, however long the interval.
  void start() {
    var self = new WeakReference<>(this);
    later.execute(() -> {
      var upkeep = self.get();
      if (upkeep != null && !upkeep.closed) {
        upkeep.cleanUp();
        upkeep.start();
      }
    });
  }

  private void cleanUp() {
    var complaint = memory.complaint();
    for (var replica : workspaces.all()) {
      var parts = replica.parts();
      complaint.ifPresent(parts.alarms()::raise);
      parts.writer().submit(parts.acknowledgements().remembering());
      parts.writer().submit(Cleaning.by(parts.acknowledgements()));
      archiveAfter.ifPresent(
          age -> new Archiving(parts, () -> closed).run(clock.instant().minus(age).toEpochMilli()));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
