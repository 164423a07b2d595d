package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
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
/// @param orders the orders of the rules of a flag, by environment: every position there ever was
record EntityContent(
    PersistentMap<Slot, DotFun<Stamped<Value>>> slots,
    PersistentMap<Slot, DotFun<Stamped<Value>>> contested,
    PersistentMap<String, FugueTree> orders) {
  static final EntityContent NONE =
      new EntityContent(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

  /// Set, so that it is cleared, and nothing that any field or set means something by.
  private static final Value EMPTIED = Value.Bool.FALSE;

  DotFun<Stamped<Value>> siblings(Slot slot) {
    return slots.getOrDefault(slot, DotFun.empty());
  }

  EntityContent with(Slot slot, Dot dot, Stamped<Value> stamped, Collection<Dot> supersedes) {
    var next = siblings(slot).written(dot, stamped, supersedes);
    return new EntityContent(
        slots.with(slot, next),
        Siblings.disagree(next) ? contested.with(slot, next) : contested.without(slot),
        orders);
  }

  /// Without what was written, but with the fact that it was: who creates the entity again clears
  /// the same slots and supersedes the same writes as somebody who still has all of it.
  EntityContent emptied() {
    var emptied = new PersistentMap.Builder<Slot, DotFun<Stamped<Value>>>();
    slots.forEach(
        (slot, siblings) -> emptied.put(slot, isKept(slot) ? siblings : emptied(siblings)));
    return new EntityContent(emptied.build(), PersistentMap.empty(), orders);
  }

  private static DotFun<Stamped<Value>> emptied(DotFun<Stamped<Value>> siblings) {
    return new DotFun<>(
        siblings.entries().stream()
            .map(sibling ->
                takesRoom(sibling.value().value())
                    ? new Dotted<>(sibling.dot(), new Stamped<>(sibling.value().at(), EMPTIED))
                    : sibling)
            .toList());
  }

  /// What would be emptied of a slot.
  static boolean takesRoom(Slot slot, DotFun<Stamped<Value>> siblings) {
    return !isKept(slot) && siblings.entries().stream().anyMatch(s -> takesRoom(s.value().value()));
  }

  private static boolean takesRoom(Value value) {
    return switch (value) {
      case Value.Text _, Value.Json _, Value.Number _ -> true;
      case Value.Bool(var flag) -> flag;
      case Value.Absent _, Value.Position _, Value.Move _ -> false;
    };
  }

  /// Presence says that the entity is deleted; parts of rules are not cleared when it is created
  /// again.
  private static boolean isKept(Slot slot) {
    return slot instanceof Slot.Presence || Creating.isPartOfRule(slot);
  }

  /// With one more position in the order of the rules of an environment.
  EntityContent with(String environment, Dot position, Origin origin) {
    var order = orders.getOrDefault(environment, FugueTree.EMPTY).with(position, origin);
    return new EntityContent(slots, contested, orders.with(environment, order));
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
