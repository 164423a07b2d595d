package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.model.Refusal.Reason;
import java.util.List;
import java.util.Optional;

/// Makes the parts of flags fit again, by the edits that anybody could make: what those do not
/// allow is no way out of a conflict either.
final class MisfitEditing {
  private final Editing editing;

  MisfitEditing(Editing editing) {
    this.editing = editing;
  }

  Optional<Refusal> settle(Conflict.MissingVariant missing, int index) {
    return index == 0 ? editing.apply(letGo(missing)) : Optional.of(needsValue(missing));
  }

  Optional<Refusal> settle(Conflict.WrongType wrong, int index) {
    return editing.apply(index == 0 ? write(wrong, Value.absent()) : retype(wrong));
  }

  Optional<Refusal> put(Conflict.MissingVariant missing, Value value) {
    return value.isPresent()
        ? editing.apply(bringBack(missing, value))
        : Optional.of(needsValue(missing));
  }

  Optional<Refusal> put(Conflict.WrongType wrong, Value value) {
    return editing.apply(write(wrong, value));
  }

  /// The edits by which a choice may be made.
  static List<Edit> ways(Conflict.MissingVariant missing, Choice choice) {
    return switch (choice) {
      case Choice.Pick _ -> List.of(letGo(missing));
      case Choice.Put(var value) -> List.of(bringBack(missing, value));
    };
  }

  /// The edits by which a choice may be made.
  static List<Edit> ways(Conflict.WrongType wrong, Choice choice) {
    return switch (choice) {
      case Choice.Pick _ -> List.of(write(wrong, Value.absent()), retype(wrong));
      case Choice.Put(var value) -> List.of(write(wrong, value));
    };
  }

  private static Edit letGo(Conflict.MissingVariant missing) {
    return switch (missing.slot()) {
      case Slot.Element(EntityId(_, var key), _, var other) -> new Edit.Unrequire(key, other);
      case Slot.Field(var entity, var name)
          when FieldPath.parse(name) instanceof FieldPath.Outcome(var environment, var rule) ->
          new Edit.RemoveRule(entity.key(), environment, rule);
      case Slot.Field(var entity, var name) -> new Edit.SetField(entity, name, Value.absent());
      case Slot.Presence _ ->
          throw new IllegalStateException("no use of a variant: " + missing.slot());
    };
  }

  private static Edit bringBack(Conflict.MissingVariant missing, Value value) {
    return new Edit.SetField(
        EntityId.flag(missing.flag()), FieldNames.variant(missing.variant()), value);
  }

  private static Edit write(Conflict.WrongType wrong, Value value) {
    return new Edit.SetField(wrong.entity(), wrong.slot().name(), value);
  }

  private static Edit retype(Conflict.WrongType wrong) {
    var type = FlagType.of(wrong.alternatives().getLast().value()).orElse(wrong.type());
    return new Edit.SetField(wrong.entity(), FieldNames.TYPE, Value.of(type.id()));
  }

  private static Refusal needsValue(Conflict.MissingVariant missing) {
    return new Refusal(
        Reason.INVALID_CHOICE,
        "The workspace does not have the value of variant %s of flag %s any more. Give conflict %s the value that the variant shall have."
            .formatted(quoted(missing.variant()), quoted(missing.flag()), quoted(missing.id())));
  }
}
