package dev.flotilla.net.node;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.wire.HeadsProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells of commits: programs get the new snapshot, connections the new heads. While the log is
/// still on its way, people see what a peer says that it adds up to, until it does. Runs on the
/// writer thread, except [#loading].
final class Publisher implements BiConsumer<ReplicaState, ReplicaState> {
  private final Listeners<WorkspaceUpdate> updates = new Listeners<>();
  private final Listeners<Workspace> shown = new Listeners<>();
  private final Listeners<Heads> heads = new Listeners<>();
  private final Listeners<List<PeerStatus>> peers = new Listeners<>();
  private final Alarms alarms;
  private final Predicate<ReplicaState> joined;
  private volatile @Nullable Snapshot loading;

  /// @param joined whether the log has arrived as far as this device's own admission: from then on
  ///   it can be edited, whatever a peer claimed to have beyond
  Publisher(Alarms alarms, Predicate<ReplicaState> joined) {
    this.alarms = alarms;
    this.joined = joined;
  }

  @Override
  public void accept(ReplicaState before, ReplicaState now) {
    if (before.workspace().vector().equals(now.workspace().vector())) {
      return; // nothing new in the log
    }
    var preview = loading;
    if (preview != null
        && (joined.test(now) || HeadsProgress.covers(now.heads(), preview.heads()))) {
      compare(preview, now);
      loading = null;
    }
    updates.tell(new WorkspaceUpdate(before.workspace(), now.workspace()));
    if (loading == null) {
      shown.tell(now.workspace());
    }
    heads.tell(now.heads());
  }

  /// From now on people see this, until the log has all that is in it.
  void show(Snapshot snapshot, ReplicaState now) {
    if (joined.test(now) || HeadsProgress.covers(now.heads(), snapshot.heads())) {
      return;
    }
    loading = snapshot;
    shown.tell(snapshot.workspace());
  }

  /// What is shown in place of a log that is not complete yet. Any thread.
  Optional<Snapshot> loading() {
    return Optional.ofNullable(loading);
  }

  /// Nobody signed the snapshot, so nothing of it is kept, whatever comes out.
  private void compare(Snapshot preview, ReplicaState now) {
    var comparable = preview.workspace().vector().equals(now.workspace().vector());
    if (comparable && !Arrays.equals(preview.workspace().digest(), now.workspace().digest())) {
      alarms.raise(
          "What was shown while this workspace was loading is not what its changes add up to. It is right now.");
    }
  }

  Listeners<WorkspaceUpdate> updates() {
    return updates;
  }

  Listeners<Workspace> shown() {
    return shown;
  }

  Listeners<Heads> heads() {
    return heads;
  }

  Listeners<List<PeerStatus>> peers() {
    return peers;
  }
}
