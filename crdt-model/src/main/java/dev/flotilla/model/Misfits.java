package dev.flotilla.model;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds what a merge left that no single edit would have made: a variant that is used and gone, a
/// value that is not of the flag's type. A function of what the slots hold now, whatever way that
/// came about, so that any edit that makes the parts fit ends the conflict. While a slot that takes
/// part has siblings that disagree there is no other conflict about it: deciding that one may
/// settle this one as well.
final class Misfits {
  private Misfits() {}

  /// Within one flag, in whatever environments it has settings, there or not. Costs O(slots), and
  /// nothing for flags without variants that are odd.
  ///
  /// @param odd the variants that are gone or not of the flag's type
  static List<Conflict> within(Entity flag, Iterable<Slot> odd) {
    var found = new ArrayList<Conflict>();
    boolean someAreGone = false;
    for (var slot : odd) {
      var siblings = flag.siblings(slot);
      if (Contents.value(siblings).isPresent()) {
        wrongType(flag, (Slot.Field) slot, siblings).ifPresent(found::add);
      } else {
        someAreGone = true;
      }
    }
    if (someAreGone) {
      flag.forEachSlot((slot, siblings) -> {
        if (uses(flag, slot) && Contents.value(siblings) instanceof Value.Text(var variant)) {
          missing(flag, variant, slot, siblings).ifPresent(found::add);
        }
      });
    }
    return found;
  }

  /// Whether what is in a slot is in conflict with what is in others: by itself it is in none.
  static boolean isUnfit(Workspace workspace, Slot slot, DotFun<Stamped<Value>> siblings) {
    boolean mayBe =
        switch (slot) {
          case Slot.Field(var id, var name) ->
              workspace.entity(id).isOdd()
                  && switch (FieldPath.parse(name)) {
                    case FieldPath.Variant _, FieldPath.Default _ -> true;
                    case FieldPath path -> path.equals(new FieldPath.Plain(FieldNames.TYPE));
                  };
          case Slot.Element element -> element.set().equals(FieldNames.REQUIRES);
          case Slot.Presence _ -> false;
        };
    return mayBe
        && !siblings.isEmpty()
        && workspace.conflicts().stream()
            .filter(conflict ->
                conflict instanceof Conflict.MissingVariant
                    || conflict instanceof Conflict.WrongType
                    || conflict instanceof Conflict.PrerequisiteCycle)
            .anyMatch(conflict -> !Collections.disjoint(conflict.dots(), siblings.dots()));
  }

  /// Whether the conflict is one that can be seen: settings stay when their environment goes.
  static boolean isShown(Workspace workspace, Conflict conflict) {
    return !(conflict instanceof Conflict.MissingVariant missing)
        || missing
            .environment()
            .map(environment -> workspace.exists(EntityId.environment(environment)))
            .orElse(true);
  }

  /// What a flag requires of others that have no such variant any more. Costs O(its prerequisites).
  static List<Conflict> required(Workspace workspace, Flag flag) {
    var found = new ArrayList<Conflict>();
    flag.prerequisites()
        .forEach((other, variant) -> {
          var entity = workspace.entity(EntityId.flag(other));
          if (entity.isPresent() && entity.isOdd()) {
            var slot = PrerequisiteEditing.slot(flag.key(), other);
            missing(entity, variant, slot, workspace.siblings(slot)).ifPresent(found::add);
          }
        });
    return found;
  }

  private static Optional<Conflict> wrongType(
      Entity flag, Slot.Field slot, DotFun<Stamped<Value>> siblings) {
    var typeSiblings = flag.siblings(new Slot.Field(flag.id(), FieldNames.TYPE));
    var type = OddVariants.type(typeSiblings);
    if (type.isEmpty() || Siblings.disagree(siblings) || Siblings.disagree(typeSiblings)) {
      return Optional.empty();
    }
    var dots = new TreeSet<>(typeSiblings.dots());
    dots.addAll(siblings.dots());
    return Optional.of(
        new Conflict.WrongType(
            slot,
            ConflictFinder.id(slot, dots),
            List.of(side(typeSiblings), side(siblings)),
            type.get()));
  }

  /// @param flag the one that had the variant
  /// @param slot where it is said that the variant is used
  private static Optional<Conflict> missing(
      Entity flag, String variant, Slot slot, DotFun<Stamped<Value>> uses) {
    var gone = flag.siblings(new Slot.Field(flag.id(), FieldNames.variant(variant)));
    // A variant that never was is nobody's removal: some program wrote what it should not have.
    if (gone.isEmpty()
        || Contents.value(gone).isPresent()
        || Siblings.disagree(gone)
        || Siblings.disagree(uses)) {
      return Optional.empty();
    }
    var dots = new TreeSet<>(gone.dots());
    dots.addAll(uses.dots());
    return Optional.of(
        new Conflict.MissingVariant(
            slot,
            ConflictFinder.id(slot, dots),
            List.of(side(gone), side(uses)),
            flag.id().key(),
            variant));
  }

  private static boolean uses(Entity flag, Slot slot) {
    return slot instanceof Slot.Field(_, var name)
        && switch (FieldPath.parse(name)) {
          case FieldPath.Default _ -> true;
          case FieldPath.Outcome(var environment, var rule) ->
              Contents.isThere(flag.siblings(new RuleRef(environment, rule).presence(flag.id())));
          case FieldPath.Plain _,
              FieldPath.Variant _,
              FieldPath.Metadata _,
              FieldPath.Evaluator _,
              FieldPath.State _,
              FieldPath.Targeting _,
              FieldPath.Condition _,
              FieldPath.Position _,
              FieldPath.Counted _ ->
              false;
        };
  }

  /// All of them agree.
  private static Alternative side(DotFun<Stamped<Value>> siblings) {
    var latestFirst = Siblings.byPrecedence(siblings);
    return ConflictFinder.alternative(latestFirst.getFirst().value().value(), latestFirst);
  }
}
