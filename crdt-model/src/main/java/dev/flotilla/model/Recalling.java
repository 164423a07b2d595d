package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.List;

/// Folds anew what was ever written in one entity, to put it back into a workspace that goes on
/// without it ([Workspace#without]). For one thread.
///
/// Whoever is given every change that writes to the entity, in causal order, ends up with what a
/// workspace has that never went without it.
public final class Recalling {
  private final EntityId id;
  private final Fold fold = new Fold(Workspace.EMPTY);

  public Recalling(EntityId id) {
    this.id = id;
  }

  /// The next change that writes to the entity.
  ///
  /// @param first the counter of the first operation
  public void add(ReplicaId author, long first, HybridTimestamp at, List<Operation> operations) {
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i) instanceof Operation.Write write && write.slot().entity().equals(id)) {
        fold.step(new Dot(author, first + i), at, write);
      }
    }
  }

  /// A workspace with the entity as it is by now. Moves of folders are there already.
  public Workspace into(Workspace workspace) {
    return workspace.with(fold.entity(id));
  }
}
