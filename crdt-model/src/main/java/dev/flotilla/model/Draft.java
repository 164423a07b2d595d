package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A change in the making: its operations so far, and the workspace as it would be with them. For
/// one plan.
final class Draft {
  private final Workspace start;
  private final NextDots next;
  private final Fold fold;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<Slot> touched = new HashSet<>();
  private @Nullable Workspace now;

  Draft(Workspace start, NextDots next) {
    this.start = start;
    this.next = next;
    this.fold = new Fold(start);
  }

  List<Operation> operations() {
    return operations;
  }

  /// The workspace with everything written so far.
  Workspace now() {
    var known = now;
    if (known == null) {
      known = operations.isEmpty() ? start : fold.result();
      now = known;
    }
    return known;
  }

  DotFun<Stamped<Value>> siblings(Slot slot) {
    return fold.siblings(slot);
  }

  boolean exists(EntityId id) {
    return id.kind().equals(EntityId.WORKSPACE)
        || Contents.isThere(siblings(new Slot.Presence(id)));
  }

  /// Whether some sibling holds a value.
  boolean isSet(Slot slot) {
    return siblings(slot).entries().stream().anyMatch(s -> s.value().value().isPresent());
  }

  /// Replaces everything in the slot.
  void write(Slot slot, Value value) {
    write(slot, value, Contents.dots(siblings(slot)));
  }

  void write(Slot slot, Value value, SortedSet<Dot> supersedes) {
    var operation = new Operation.Write(slot, value, supersedes);
    // It supersedes what it has seen, so its own time hardly matters. Where unseen siblings stay,
    // the plan shows the workspace as its author wants it.
    fold.step(nextDot(), HybridTimestamp.MAX, operation);
    operations.add(operation);
    now = null;
  }

  /// Says that the entity was edited, once in a change: an edit that has not seen a delete keeps
  /// the entity. The marks of deletes stay, so that the conflict stays.
  void touch(EntityId id) {
    if (!id.kind().equals(EntityId.WORKSPACE)) {
      touch(new Slot.Presence(id));
    }
  }

  /// The same for what is there while a slot says so.
  void touch(Slot slot) {
    if (!touched.add(slot)) {
      return;
    }
    var seen = new TreeSet<Dot>();
    for (var sibling : siblings(slot).entries()) {
      if (Contents.isTrue(sibling.value().value())) {
        seen.add(sibling.dot());
      }
    }
    write(slot, Value.of(true), seen);
  }

  /// Makes the entity present, or absent, against everything known.
  void setPresence(EntityId id, Value presence) {
    setThere(new Slot.Presence(id), presence);
  }

  /// The same for what is there while a slot says so.
  void setThere(Slot slot, Value presence) {
    write(slot, presence);
    if (presence.isPresent()) {
      touched.add(slot);
    } else {
      touched.remove(slot);
    }
  }

  /// What an edit of a field replaces whose author saw `seen` of it: those that are still there,
  /// and what this change itself wrote.
  SortedSet<Dot> seenOf(Slot slot, SortedSet<Dot> seen) {
    var dots = new TreeSet<Dot>();
    for (var dot : siblings(slot).dots()) {
      if (seen.contains(dot) || isOwn(dot)) {
        dots.add(dot);
      }
    }
    return dots;
  }

  /// Everything ever written of an entity but its presence, in order.
  List<Slot> slots(EntityId id) {
    return now().entity(id).sortedSlots().stream()
        .filter(slot -> !(slot instanceof Slot.Presence))
        .toList();
  }

  private boolean isOwn(Dot dot) {
    ReplicaId author = next.author();
    return dot.replica().equals(author) && dot.counter() >= next.next();
  }

  /// The replica that makes the change.
  ReplicaId author() {
    return next.author();
  }

  /// The dot of the operation that is written next.
  Dot nextDot() {
    return new Dot(next.author(), Math.addExact(next.next(), operations.size()));
  }
}
