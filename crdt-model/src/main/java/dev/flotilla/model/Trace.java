package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import java.util.Comparator;
import java.util.Optional;

/// What a write leaves for good, even when others have superseded it: a position in an order of
/// rules, which others may hang from.
///
/// @param slot what it belongs to: for a position, the rules of a flag in an environment, as a
///   field with the name of their set
public record Trace(Slot.Field slot, Dot dot, Value value) {
  static final Comparator<Trace> BY_SLOT =
      Comparator.<Trace, Slot>comparing(Trace::slot).thenComparing(Trace::dot);

  /// What the write of `value` to `slot` leaves, if it does.
  public static Optional<Trace> of(Slot slot, Dot dot, Value value) {
    return value instanceof Value.Position
            && slot instanceof Slot.Field(var entity, var name)
            && FieldPath.parse(name) instanceof FieldPath.Position(var environment, _)
        ? Optional.of(new Trace(orderSlot(entity, environment), dot, value))
        : Optional.empty();
  }

  /// Whether this can be a trace.
  static boolean fits(Slot.Field slot, Value value) {
    return value instanceof Value.Position && RuleRef.environmentOf(slot.name()).isPresent();
  }

  static Slot.Field orderSlot(EntityId flag, String environment) {
    return new Slot.Field(flag, FieldNames.rules(environment));
  }
}
