package dev.flotilla.net.node;

import dev.flotilla.model.Operation;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.metrics.Metrics;
import java.time.InstantSource;
import java.util.List;

/// A delivery of a peer, from the moment it was read until it is visible.
final class Arrived {
  private final Metrics metrics;
  private final InstantSource clock;
  private final List<Change> fresh;
  private final long sinceNanos;

  Arrived(Metrics metrics, InstantSource clock, List<Arrival> arrivals, ReplicaState before) {
    this.metrics = metrics;
    this.clock = clock;
    this.sinceNanos = metrics.now();
    this.fresh =
        arrivals.stream()
            .map(Arrival::change)
            .filter(change ->
                before.author(change.author()).filter(head -> head.seq() >= change.seq()).isEmpty())
            .toList();
  }

  /// It is on disk, and `now` has it.
  void visible(ReplicaState now) {
    if (fresh.isEmpty()) {
      return;
    }
    metrics.visible(sinceNanos, fresh.size());
    var workspace = now.workspace();
    for (var change : fresh) {
      var author = workspace.origin(change.author()).map(origin -> origin.device().deviceId());
      metrics.visibleAfter(author, clock.millis() - change.at().wallMillis());
      if (leavesAlternatives(change, workspace)) {
        metrics.conflicted();
      }
    }
  }

  private static boolean leavesAlternatives(Change change, Workspace workspace) {
    return change.operations().stream()
        .anyMatch(operation ->
            operation instanceof Operation.Write write
                && workspace.register(write.slot()).isConflicted());
  }
}
