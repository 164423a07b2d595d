package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is written in an entity, ready to be looked up and written on. Immutable.
///
/// @param contested the slots whose siblings disagree: almost always none
/// @param odd of a flag the variants that are gone or not of its type ([OddVariants]): almost none
/// @param orders the orders of the rules of a flag, by environment: every position there ever was
record EntityContent(
    PersistentMap<Slot, DotFun<Stamped<Value>>> slots,
    PersistentMap<Slot, DotFun<Stamped<Value>>> contested,
    PersistentMap<Slot, DotFun<Stamped<Value>>> odd,
    PersistentMap<String, FugueTree> orders) {
  static final EntityContent NONE =
      new EntityContent(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  DotFun<Stamped<Value>> siblings(Slot slot) {
    return slots.getOrDefault(slot, DotFun.empty());
  }

  EntityContent with(Slot slot, Dot dot, Stamped<Value> stamped, Collection<Dot> supersedes) {
    var before = siblings(slot);
    var next = before.written(dot, stamped, supersedes);
    var written = slots.with(slot, next);
    return new EntityContent(
        written,
        disagree(slot, before, next, stamped)
            ? contested.with(slot, next)
            : contested.without(slot),
        OddVariants.after(odd, written, slot, next),
        orders);
  }

  /// Where nothing was superseded, what was contested still is, and what was not has one value.
  private boolean disagree(
      Slot slot,
      DotFun<Stamped<Value>> before,
      DotFun<Stamped<Value>> next,
      Stamped<Value> stamped) {
    if (before.isEmpty() || next.size() <= before.size()) {
      return Siblings.disagree(next);
    }
    return contested.containsKey(slot) || !before.get(0).value().value().equals(stamped.value());
  }

  /// With one more position in the order of the rules of an environment.
  EntityContent with(String environment, Dot position, Origin origin) {
    var order = orders.getOrDefault(environment, FugueTree.EMPTY).with(position, origin);
    return new EntityContent(slots, contested, odd, orders.with(environment, order));
  }

  /// What superseded writes left for good, by environment and dot.
  List<Trace> sortedTraces(EntityId id) {
    var traces = new ArrayList<Trace>();
    orders.forEach((environment, order) -> {
      var slot = Trace.orderSlot(id, environment);
      order
          .origins()
          .forEach((dot, origin) -> traces.add(new Trace(slot, dot, new Value.Position(origin))));
    });
    traces.sort(Trace.BY_SLOT);
    return traces;
  }
}
