package dev.flotilla.net.node;

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

  void start() {
    later.execute(() -> {
      if (!closed) {
        for (var replica : workspaces.all()) {
          replica.parts().writer().submit(new Cleaning(Cleaning.ALONE));
        }
        start();
      }
    });
  }

  @Override
  public void close() {
    closed = true;
  }
}
