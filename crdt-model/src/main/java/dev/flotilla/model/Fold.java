package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.tree.Move;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Applies operations to a workspace, one after the other. For one thread; the workspace that it
/// started from stays as it is.
final class Fold {
  private VersionVector vector;
  private Roster roster;
  private Entities entities;
  private FolderTree folders;
  private BucketSums sums;

  /// Moves of folders that are not in the tree yet: many at once cost less than one by one.
  private final List<Move<String>> moves = new ArrayList<>();

  private final SharedStamps shared = new SharedStamps();

  Fold(Workspace start) {
    vector = start.vector();
    roster = start.roster();
    entities = start.entityStore();
    folders = start.folderTree();
    sums = start.sums();
  }

  Fold apply(ReplicaId author, long first, HybridTimestamp at, List<Operation> operations) {
    long expected = vector.get(author) + 1;
    if (first != expected) {
      throw new IllegalStateException(
          "a change of " + author + " from " + first + " on, where " + expected + " comes next");
    }
    if (operations.isEmpty()) {
      return this;
    }
    long counter = first;
    for (var operation : operations) {
      step(new Dot(author, counter), at, operation);
      counter = Math.incrementExact(counter);
    }
    var opening = Opening.of(author, first, at, operations);
    roster = opening.roster().join(roster);
    opening.name().ifPresent(this::restore);
    vector = vector.with(author, counter - 1);
    return this;
  }

  /// One operation of a change. The vector stays behind until the change is complete.
  void step(Dot dot, HybridTimestamp at, Operation operation) {
    switch (operation) {
      case Operation.Write(var slot, var value, var supersedes) ->
          write(slot, dot, shared.stamped(at, value), supersedes);
      case Operation.AdmitMember(var device, var name, var role) ->
          roster = roster.with(dot, at, new Member(device, name, role));
      case Operation.Unknown unknown -> unknown.target().ifPresent(id -> freeze(id, dot.replica()));
      case Operation.OpenReplica _, Operation.FoundWorkspace _ -> {}
    }
  }

  void restore(Workspace.Entry entry) {
    var stamped = entry.stamped();
    write(entry.slot(), entry.dot(), shared.stamped(stamped.at(), stamped.value()), Set.of());
  }

  void freeze(EntityId id, ReplicaId author) {
    entities = entities.withFrozen(id, author);
  }

  DotFun<Stamped<Value>> siblings(Slot slot) {
    var entity = entities.all().get(slot.entity());
    return entity == null ? DotFun.empty() : entity.siblings(slot);
  }

  Entity entity(EntityId id) {
    return entities.get(id);
  }

  Workspace result() {
    return result(vector, roster);
  }

  Workspace result(VersionVector finalVector, Roster finalRoster) {
    folders = folders.withAll(moves);
    moves.clear();
    sums = sums.followedBy(entities.all());
    return new Workspace(finalVector, finalRoster, entities, folders, sums);
  }

  private void write(Slot slot, Dot dot, Stamped<Value> stamped, Collection<Dot> supersedes) {
    entities = entities.with(entities.get(slot.entity()).with(slot, dot, stamped, supersedes));
    Trace.of(slot, dot, stamped.value()).ifPresent(this::leave);
  }

  /// Keeps what stays of a write when others have superseded it.
  void leave(Trace trace) {
    FolderTree.move(trace).ifPresent(moves::add);
    var environment = RuleRef.environmentOf(trace.slot().name());
    if (environment.isPresent() && trace.value() instanceof Value.Position(var origin)) {
      var entity = entities.get(trace.slot().entity());
      entities = entities.with(entity.with(environment.get(), trace.dot(), origin));
    }
  }
}
