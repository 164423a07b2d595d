package dev.flotilla.model;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.types.Stamped;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What a change adds to the state.
public final class WorkspaceDelta {
  private WorkspaceDelta() {}

  /// The join of what the operations of a change add. Its context holds exactly their dots and
  /// those they supersede.
  ///
  /// @param first the counter of the first operation
  public static Delta<WorkspaceState> of(
      ReplicaId author, long first, HybridTimestamp at, List<Operation> operations) {
    var opening = Opening.of(author, first, at, operations);
    var delta = Delta.of(fragment(Set.of(), opening.roster()));
    if (opening.name().isPresent()) {
      var name = opening.name().get();
      delta = delta.join(Delta.of(write(name.slot(), name.dot(), name.stamped(), Set.of())));
    }
    long counter = first;
    for (var operation : operations) {
      delta = delta.join(Delta.of(of(new Dot(author, counter), at, operation)));
      counter = Math.incrementExact(counter);
    }
    return delta;
  }

  private static WorkspaceState of(Dot dot, HybridTimestamp at, Operation operation) {
    return switch (operation) {
      case Operation.Write(var slot, var value, var supersedes) ->
          write(slot, dot, new Stamped<>(at, value), supersedes);
      case Operation.AdmitMember(var device, var name, var role) -> {
        var member = new Member(device, name, role);
        yield fragment(Set.of(dot), Roster.EMPTY.with(dot, at, member));
      }
      case Operation.OpenReplica _, Operation.FoundWorkspace _, Operation.Unknown _ ->
          fragment(Set.of(dot), Roster.EMPTY);
    };
  }

  private static WorkspaceState write(
      Slot slot, Dot dot, Stamped<Value> stamped, Collection<Dot> supersedes) {
    var trace = Trace.of(slot, dot, stamped.value());
    return new WorkspaceState(
        new Causal<>(
            DotMap.partial(PersistentMap.of(slot, DotFun.of(dot, stamped))),
            CausalContext.of(supersedes).with(dot)),
        trace.map(WorkspaceDelta::order).orElse(PersistentMap.empty()),
        trace
            .flatMap(FolderTree::move)
            .map(move -> MovableTree.of(List.of(move)))
            .orElse(MovableTree.empty()),
        Roster.EMPTY);
  }

  private static PersistentMap<RuleList, FugueTree> order(Trace trace) {
    var environment = RuleRef.environmentOf(trace.slot().name());
    return environment.isPresent() && trace.value() instanceof Value.Position(var origin)
        ? PersistentMap.of(
            new RuleList(trace.slot().entity(), environment.get()),
            FugueTree.EMPTY.with(trace.dot(), origin))
        : PersistentMap.empty();
  }

  private static WorkspaceState fragment(Collection<Dot> dots, Roster roster) {
    PersistentMap<Slot, DotFun<Stamped<Value>>> nothing = PersistentMap.empty();
    return new WorkspaceState(
        new Causal<>(DotMap.partial(nothing), CausalContext.of(dots)),
        PersistentMap.empty(),
        MovableTree.empty(),
        roster);
  }
}
