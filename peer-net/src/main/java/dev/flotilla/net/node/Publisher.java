package dev.flotilla.net.node;

import dev.flotilla.net.PeerStatus;
import dev.flotilla.net.change.Heads;
import java.util.List;
import java.util.function.BiConsumer;

/// Tells of commits: programs get the new snapshot, connections the new heads. Runs on the writer
/// thread.
final class Publisher implements BiConsumer<ReplicaState, ReplicaState> {
  private final Listeners<WorkspaceUpdate> updates = new Listeners<>();
  private final Listeners<Heads> heads = new Listeners<>();
  private final Listeners<List<PeerStatus>> peers = new Listeners<>();

  @Override
  public void accept(ReplicaState before, ReplicaState now) {
    if (before.workspace().vector().equals(now.workspace().vector())) {
      return; // nothing new in the log
    }
    updates.tell(new WorkspaceUpdate(before.workspace(), now.workspace()));
    heads.tell(now.heads());
  }

  Listeners<WorkspaceUpdate> updates() {
    return updates;
  }

  Listeners<Heads> heads() {
    return heads;
  }

  Listeners<List<PeerStatus>> peers() {
    return peers;
  }
}
