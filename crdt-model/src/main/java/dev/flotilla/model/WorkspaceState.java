package dev.flotilla.model;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.types.Stamped;

/// The workspace as delta-state CRDTs see it: registers under their slots, the orders of rules, the
/// tree of folders and the roster.
///
/// The other way to the same state: folding changes in any causal order equals joining their deltas
/// in any order with duplicates. That is how the fold is checked.
public record WorkspaceState(
    Causal<DotMap<Slot, DotFun<Stamped<Value>>>> registers,
    PersistentMap<RuleList, FugueTree> orders,
    MovableTree<String> folders,
    Roster roster)
    implements JoinSemilattice<WorkspaceState> {
  /// The state without any change.
  public static final WorkspaceState EMPTY =
      new WorkspaceState(
          new Causal<>(DotMap.empty(), CausalContext.EMPTY),
          PersistentMap.empty(),
          MovableTree.empty(),
          Roster.EMPTY);

  static WorkspaceState of(Workspace workspace) {
    PersistentMap<Slot, DotFun<Stamped<Value>>> stores = PersistentMap.empty();
    PersistentMap<RuleList, FugueTree> orders = PersistentMap.empty();
    for (var entity : workspace.entityStore().all().values()) {
      for (var slot : entity.slots()) {
        stores = stores.with(slot, entity.siblings(slot));
      }
      for (var order : entity.orders()) {
        orders = orders.with(new RuleList(entity.id(), order.getKey()), order.getValue());
      }
    }
    var context = CausalContext.of(workspace.vector());
    return new WorkspaceState(
        new Causal<>(DotMap.whole(stores), context),
        orders,
        workspace.folderTree().tree(),
        workspace.roster());
  }

  @Override
  public WorkspaceState join(WorkspaceState other) {
    return new WorkspaceState(
        registers.join(other.registers),
        orders.merge(other.orders, JoinOrders.INSTANCE),
        folders.join(other.folders),
        roster.join(other.roster));
  }

  private enum JoinOrders implements PersistentMap.Merger<RuleList, FugueTree> {
    INSTANCE;

    @Override
    public FugueTree onlyThis(RuleList list, FugueTree order) {
      return order;
    }

    @Override
    public FugueTree onlyOther(RuleList list, FugueTree order) {
      return order;
    }

    @Override
    public FugueTree both(RuleList list, FugueTree order, FugueTree other) {
      return order.join(other);
    }
  }
}
