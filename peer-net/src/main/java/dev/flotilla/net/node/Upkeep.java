package dev.flotilla.net.node;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.Settings;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
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

  /// Used by one thread after the other.
  private final Map<WorkspaceId, Archiving> archivings = new HashMap<>();

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
            millis,
            TimeUnit.MILLISECONDS,
            Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("upkeep").factory()));
  }

  /// The timer that waits does not keep a node that is closed in memory, however long the interval.
  void start() {
    var self = new WeakReference<>(this);
    later.execute(() -> {
      var upkeep = self.get();
      if (upkeep != null && !upkeep.closed) {
        upkeep.cleanUpSafely();
        upkeep.start();
      }
    });
  }

  /// Whatever went wrong, there is a next time.
  private void cleanUpSafely() {
    try {
      cleanUp();
    } catch (RuntimeException e) {
      System.getLogger(Upkeep.class.getName()).log(Level.ERROR, "Cleaning up failed", e);
    }
  }

  private void cleanUp() {
    var complaint = memory.complaint();
    var all = workspaces.all();
    archivings.keySet().retainAll(all.stream().map(Replica::id).toList());
    for (var replica : all) {
      var parts = replica.parts();
      complaint.ifPresent(parts.alarms()::raise);
      parts.writer().submit(parts.acknowledgements().remembering());
      parts.writer().submit(Cleaning.by(parts.acknowledgements()));
      archiveAfter.ifPresent(age -> archive(replica, clock.instant().minus(age)));
    }
  }

  /// Each replica goes on where it stopped.
  private void archive(Replica replica, Instant before) {
    archivings
        .computeIfAbsent(replica.id(), _ -> new Archiving(replica.parts(), () -> closed))
        .run(before.toEpochMilli());
  }

  @Override
  public void close() {
    closed = true;
  }
}
