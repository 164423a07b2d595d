package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import java.util.Comparator;
import java.util.Optional;

/// What a write leaves for good, even when others have superseded it: a position in an order of
/// rules, which others may hang from, or a move of a folder, which may count again when another
/// move turns out to come before it.
///
/// @param slot what it belongs to: for a position, the rules of a flag in an environment, as a
///   field with the name of their set; for a move, the parent of the folder
/// @param dot of a position, the write; of a move, the replica and the counter of its timestamp
public record Trace(Slot.Field slot, Dot dot, Value value) {
  static final Comparator<Trace> BY_SLOT =
      Comparator.<Trace, Slot>comparing(Trace::slot).thenComparing(Trace::dot);

  /// What the write of `value` to `slot` leaves, if it does.
  public static Optional<Trace> of(Slot slot, Dot dot, Value value) {
    if (!(slot instanceof Slot.Field field)) {
      return Optional.empty();
    }
    if (value instanceof Value.Move move && isParent(field)) {
      return Optional.of(ofMove(field.entity(), dot.replica(), move));
    }
    return value instanceof Value.Position
            && FieldPath.parse(field.name()) instanceof FieldPath.Position(var environment, _)
        ? Optional.of(new Trace(orderSlot(field.entity(), environment), dot, value))
        : Optional.empty();
  }

  static Trace ofMove(EntityId folder, ReplicaId author, Value.Move move) {
    var slot = new Slot.Field(folder, FieldNames.PARENT);
    return new Trace(slot, new Dot(author, move.counter()), move);
  }

  /// Whether this can be a trace.
  static boolean fits(Trace trace) {
    return switch (trace.value()) {
      case Value.Position _ -> RuleRef.environmentOf(trace.slot().name()).isPresent();
      case Value.Move(long counter, _) ->
          isParent(trace.slot()) && trace.dot().counter() == counter;
      case Value.Bool _, Value.Number _, Value.Text _, Value.Json _, Value.Absent _ -> false;
    };
  }

  static boolean isParent(Slot.Field slot) {
    return slot.name().equals(FieldNames.PARENT) && slot.entity().kind().equals(EntityId.FOLDER);
  }

  static Slot.Field orderSlot(EntityId flag, String environment) {
    return new Slot.Field(flag, FieldNames.rules(environment));
  }
}
