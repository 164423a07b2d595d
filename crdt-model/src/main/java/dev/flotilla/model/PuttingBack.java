package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.Edit.PutBack;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Puts back what was in slots before own writes. What others have replaced since stays: there is
/// nothing of one's own left in it.
final class PuttingBack {
  private final Editing editing;
  private final Draft draft;

  PuttingBack(Editing editing, Draft draft) {
    this.editing = editing;
    this.draft = draft;
  }

  Optional<Refusal> apply(PutBack edit) {
    var rule = RuleRef.of(edit.slot());
    if (edit.slot() instanceof Slot.Presence presence) {
      return presence(presence, edit);
    }
    // A write would say that it is alive.
    if (!draft.exists(edit.slot().entity())) {
      return Optional.empty();
    }
    return switch (edit.slot()) {
      case Slot.Presence _ -> Optional.empty();
      case Slot.Element element when rule.isPresent() -> rule(element, edit);
      case Slot.Field field when rule.isPresent() -> partOfRule(field, rule.get(), edit);
      case Slot.Field field when Trace.isParent(field) -> folder(field, edit);
      case Slot.Field field when editing.counting().isOwn(field) && !isBesideOthers(edit) ->
          editing.counting().putBack(field, edit);
      case Slot.Field field -> field(field, edit);
      case Slot.Element element -> element(element, edit);
    };
  }

  private Optional<Refusal> presence(Slot.Presence slot, PutBack edit) {
    if (isDisputed(edit)) {
      reopen(slot, edit);
    } else if (wasThere(edit) && !draft.exists(slot.entity())) {
      draft.setPresence(slot.entity(), Value.of(true));
    } else if (!wasThere(edit) && draft.exists(slot.entity())) {
      return editing.delete(slot.entity());
    }
    return Optional.empty();
  }

  /// A rule keeps its id, what it says and its place while it is gone.
  private Optional<Refusal> rule(Slot.Element slot, PutBack edit) {
    boolean isThere = Contents.isThere(draft.siblings(slot));
    if (isDisputed(edit)) {
      reopen(slot, edit);
    } else if (wasThere(edit) != isThere) {
      draft.touch(slot.entity());
      draft.setThere(slot, wasThere(edit) ? Value.of(true) : Value.absent());
    }
    return Optional.empty();
  }

  private Optional<Refusal> partOfRule(Slot.Field slot, RuleRef rule, PutBack edit) {
    if (!Contents.isThere(draft.siblings(rule.presence(slot.entity())))) {
      return Optional.empty();
    }
    return FieldPath.parse(slot.name()) instanceof FieldPath.Position
        ? editing.rules().putBack(slot, rule, edit, mine(edit))
        : field(slot, edit);
  }

  /// If the folder that it was in is gone, it shows in the nearest one around that; and in it again
  /// once that comes back. If it had been moved to several places, all of these moves come back.
  private Optional<Refusal> folder(Slot.Field slot, PutBack edit) {
    var mine = mine(edit);
    var places = places(edit);
    if (mine.isEmpty() || places.isEmpty()) {
      return Optional.empty();
    }
    var replaced = mine;
    for (var parent : places.subList(1, places.size()).reversed()) {
      // A place that it cannot go to any more is none.
      if (editing.folders().place(slot.entity().key(), parent, replaced).isEmpty()) {
        replaced = none();
      }
    }
    return editing.folders().place(slot.entity().key(), places.getFirst(), replaced);
  }

  /// Where the folder had been put, first where it was.
  private static List<Optional<String>> places(PutBack edit) {
    return edit.before().stream()
        .filter(earlier -> earlier.value() instanceof Value.Move)
        .sorted(Comparator.comparing(PuttingBack::moved).reversed())
        .map(earlier -> ((Value.Move) earlier.value()).parent())
        .distinct()
        .toList();
  }

  private static LamportTimestamp moved(PutBack.Earlier earlier) {
    return new LamportTimestamp(((Value.Move) earlier.value()).counter(), earlier.dot().replica());
  }

  /// Values that were in the workspace already need no check of their own, but flags must fit
  /// together with them.
  private Optional<Refusal> field(Slot.Field slot, PutBack edit) {
    var mine = mine(edit);
    if (!mine.isEmpty()) {
      var values = values(edit);
      var replaced = others(slot, values, mine);
      if (edit.wasUnfit()) {
        editing.write(slot, values.getFirst(), replaced);
      } else {
        editing.writeField(slot, values.getFirst(), replaced);
      }
    }
    return Optional.empty();
  }

  /// Writes all but the first of these: that one comes last, since of what is written at once the
  /// last is what applications read.
  ///
  /// @return what is left to be replaced
  private SortedSet<Dot> others(Slot slot, List<Value> values, SortedSet<Dot> mine) {
    var replaced = mine;
    for (var value : values.subList(1, values.size()).reversed()) {
      draft.write(slot, value, replaced);
      replaced = none();
    }
    return replaced;
  }

  private Optional<Refusal> element(Slot.Element slot, PutBack edit) {
    var mine = mine(edit);
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    var values = values(edit);
    var replaced = others(slot, values, mine);
    if (slot.set().equals(FieldNames.REQUIRES)
        && values.getFirst() instanceof Value.Text(var variant)) {
      var required = new Edit.Require(slot.entity().key(), slot.element(), variant);
      return edit.wasUnfit()
          ? editing.prerequisites().requireAgain(required, replaced)
          : editing.prerequisites().require(required, replaced);
    }
    draft.touch(slot.entity());
    draft.write(slot, values.getFirst(), replaced);
    return Optional.empty();
  }

  /// What goes where the own writes are: what was there before, or what others wrote beside them.
  private List<Value> values(PutBack edit) {
    var others = new TreeSet<>(draft.siblings(edit.slot()).dots());
    others.removeAll(edit.undone());
    if (!others.isEmpty()) {
      return List.of(latest(draft.siblings(edit.slot()), others));
    }
    return edit.before().isEmpty()
        ? List.of(Value.absent())
        : edit.before().stream().map(PutBack.Earlier::value).distinct().toList();
  }

  private static Value latest(DotFun<Stamped<Value>> siblings, SortedSet<Dot> among) {
    return Siblings.byPrecedence(siblings).stream()
        .filter(sibling -> among.contains(sibling.dot()))
        .findFirst()
        .map(sibling -> sibling.value().value())
        .orElse(Value.absent());
  }

  /// The own writes that nobody has replaced.
  private SortedSet<Dot> mine(PutBack edit) {
    var mine = new TreeSet<>(draft.siblings(edit.slot()).dots());
    mine.retainAll(edit.undone());
    return mine;
  }

  /// Whether somebody wrote at the same time as what is still there of the own writes.
  private boolean isBesideOthers(PutBack edit) {
    var mine = mine(edit);
    return !mine.isEmpty() && mine.size() < draft.siblings(edit.slot()).dots().size();
  }

  private void reopen(Slot slot, PutBack edit) {
    var all = Contents.dots(draft.siblings(slot));
    if (edit.undone().containsAll(all)) {
      draft.setThere(slot, Value.absent());
      draft.write(slot, Value.of(true), none());
    }
  }

  private static boolean isDisputed(PutBack edit) {
    return wasThere(edit)
        && edit.before().stream().anyMatch(earlier -> !Contents.isTrue(earlier.value()));
  }

  private static boolean wasThere(PutBack edit) {
    return edit.before().stream().anyMatch(earlier -> Contents.isTrue(earlier.value()));
  }

  static SortedSet<Dot> none() {
    return Collections.emptySortedSet();
  }
}
