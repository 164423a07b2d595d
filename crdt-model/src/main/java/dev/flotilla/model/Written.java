package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What one change wrote and what was there before it: enough to take the change back later, by
/// another one, whatever others have built on it meanwhile. Keeps no workspace alive.
///
/// @param parts one for each slot, in the order in which they were first written
public record Written(List<Part> parts) {
  /// A change that wrote nothing.
  public static final Written NOTHING = new Written(List.of());

  public Written {
    parts = List.copyOf(parts);
  }

  /// All that a change did to one slot.
  ///
  /// @param dots its writes
  /// @param value the last of them
  /// @param before what was in the slot, the value that applications read first
  /// @param replaced whether all of that is gone
  /// @param wasUnfit whether that was in a conflict about parts that do not fit together
  public record Part(
      Slot slot,
      SortedSet<Dot> dots,
      Value value,
      List<Edit.PutBack.Earlier> before,
      boolean replaced,
      boolean wasUnfit) {
    public Part {
      dots = Collections.unmodifiableSortedSet(new TreeSet<>(dots));
      before = List.copyOf(before);
    }

    /// Whether the entity or the rule of this slot came to be by the change.
    public boolean isCreation() {
      return isBeing() && Contents.isTrue(value) && !wasThere();
    }

    /// Whether the entity or the rule of this slot went by the change.
    public boolean isDeletion() {
      return isBeing() && !Contents.isTrue(value) && wasThere();
    }

    /// Whether it only says that what it is about is alive.
    public boolean isTouch() {
      boolean settled = replaced && wasThere() && !allThere();
      return isBeing() && Contents.isTrue(value) && wasThere() && !settled;
    }

    /// Whether the slot says that an entity or a rule is there.
    public boolean isBeing() {
      return slot instanceof Slot.Presence
          || (slot instanceof Slot.Element && RuleRef.of(slot).isPresent());
    }

    /// What applications read before; [Value.Absent] if nothing.
    public Value valueBefore() {
      return before.isEmpty() ? Value.absent() : before.getFirst().value();
    }

    private boolean wasThere() {
      return before.stream().anyMatch(earlier -> Contents.isTrue(earlier.value()));
    }

    private boolean allThere() {
      return before.stream().allMatch(earlier -> Contents.isTrue(earlier.value()));
    }
  }

  /// What `operations` write in `before`.
  ///
  /// @param first the counter of the first operation
  public static Written of(
      Workspace before, ReplicaId author, long first, List<Operation> operations) {
    var writes = new LinkedHashMap<Slot, Writes>();
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i) instanceof Operation.Write write) {
        writes
            .computeIfAbsent(write.slot(), _ -> new Writes())
            .add(new Dot(author, first + i), write);
      }
    }
    var parts = new ArrayList<Part>();
    writes.forEach((slot, all) -> {
      var siblings = before.siblings(slot);
      parts.add(all.part(slot, siblings, Misfits.isUnfit(before, slot, siblings)));
    });
    return new Written(parts);
  }

  /// The writes of one slot so far.
  private static final class Writes {
    private final SortedSet<Dot> dots = new TreeSet<>();
    private final SortedSet<Dot> superseded = new TreeSet<>();
    private Value last = Value.absent();

    void add(Dot dot, Operation.Write write) {
      dots.add(dot);
      superseded.addAll(write.supersedes());
      last = write.value();
    }

    Part part(Slot slot, DotFun<Stamped<Value>> before, boolean wasUnfit) {
      boolean replaced = superseded.containsAll(before.dots());
      return new Part(slot, dots, last, earlier(before), replaced, wasUnfit);
    }
  }

  private static List<Edit.PutBack.Earlier> earlier(DotFun<Stamped<Value>> siblings) {
    return Siblings.byPrecedence(siblings).stream()
        .map(sibling -> new Edit.PutBack.Earlier(sibling.dot(), sibling.value().value()))
        .toList();
  }

  /// The part of this slot.
  public Optional<Part> part(Slot slot) {
    return parts.stream().filter(part -> part.slot().equals(slot)).findFirst();
  }

  /// The edits that take the change back: entities first, then rules, then what is in them. What
  /// the change made is deleted with all that is in it.
  ///
  /// @param now the write that stands in for another one by now: that which put it back
  public List<Edit> putBack(UnaryOperator<Dot> now) {
    var created = new TreeSet<EntityId>();
    var edits = new ArrayList<Edit>();
    for (var part : parts) {
      if (part.slot() instanceof Slot.Presence(var entity) && !part.isTouch()) {
        edits.add(putBack(part, now));
        if (part.isCreation()) {
          created.add(entity);
        }
      }
    }
    for (var part : parts) {
      if (part.slot() instanceof Slot.Element
          && part.isBeing()
          && !part.isTouch()
          && !created.contains(part.slot().entity())) {
        edits.add(putBack(part, now));
      }
    }
    for (var part : parts) {
      if (!part.isBeing() && !created.contains(part.slot().entity())) {
        edits.add(putBack(part, now));
      }
    }
    return List.copyOf(edits);
  }

  /// What is left to be taken back after some of the edits of [#putBack] were made, in the same
  /// terms; what was in an entity that is gone with them is not.
  public Written without(Set<Edit> made, UnaryOperator<Dot> now) {
    var gone = new TreeSet<EntityId>();
    var left = new ArrayList<Part>();
    for (var part : parts) {
      if (part.isCreation()
          && part.slot() instanceof Slot.Presence(var entity)
          && made.contains(putBack(part, now))) {
        gone.add(entity);
      }
    }
    for (var part : parts) {
      if (!gone.contains(part.slot().entity()) && !made.contains(putBack(part, now))) {
        left.add(part);
      }
    }
    return new Written(left);
  }

  private static Edit putBack(Part part, UnaryOperator<Dot> now) {
    var undone = new TreeSet<Dot>();
    part.dots().forEach(dot -> undone.add(now.apply(dot)));
    return new Edit.PutBack(part.slot(), undone, part.value(), part.before(), part.wasUnfit());
  }
}
