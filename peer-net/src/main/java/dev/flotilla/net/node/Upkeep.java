package dev.flotilla.net.node;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Cleans up the workspaces of a node now and then, from when it is started until it is closed.
final class Upkeep implements AutoCloseable {
  private final Workspaces workspaces;
  private final Executor later;
  private volatile boolean closed;

  Upkeep(Workspaces workspaces, Duration interval) {
    this.workspaces = workspaces;
    this.later = CompletableFuture.delayedExecutor(interval.toMillis(), TimeUnit.MILLISECONDS);
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
    for (var replica : workspaces.all()) {
      var parts = replica.parts();
      parts.writer().submit(parts.acknowledgements().remembering());
      parts.writer().submit(Cleaning.by(parts.acknowledgements()));
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
