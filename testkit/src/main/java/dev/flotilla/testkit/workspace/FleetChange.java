package dev.flotilla.testkit.workspace;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceDelta;
import dev.flotilla.model.WorkspaceState;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A change as a [Fleet] exchanges it: without signature and hash, with its whole past.
public record FleetChange(
    ReplicaId author,
    long first,
    HybridTimestamp at,
    List<Operation> operations,
    VersionVector past) {

  /// `workspace` after this change.
  public Workspace applyTo(Workspace workspace) {
    return workspace.apply(author, first, at, operations);
  }

  /// What this change adds.
  public Delta<WorkspaceState> delta() {
    return WorkspaceDelta.of(author, first, at, operations);
  }

  /// The same changes in another order in which each comes after its past.
  public static List<FleetChange> inAnyCausalOrder(
      List<FleetChange> changes, RandomGenerator random) {
    var waiting = new ArrayList<>(changes);
    var ordered = new ArrayList<FleetChange>();
    var seen = VersionVector.EMPTY;
    while (!waiting.isEmpty()) {
      var known = seen;
      var ready = waiting.stream().filter(change -> known.dominates(change.past)).toList();
      var next = ready.get(random.nextInt(ready.size()));
      waiting.remove(next);
      ordered.add(next);
      seen = seen.with(next.author, next.first + next.operations.size() - 1);
    }
    return ordered;
  }

  @Override
  public String toString() {
    var text = new StringBuilder(author.shortName() + ":" + first + " at " + at);
    operations.forEach(operation -> text.append("\n    ").append(operation));
    return text.toString();
  }
}
