package dev.flotilla.app.cli.command;

import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.Optional;

/// Reads a new value for a field from the command line, by the rules of that field.
final class FieldText {
  private FieldText() {}

  /// A value of the kind that the conflicting field takes.
  static Value value(Workspace workspace, Conflict.WriteWrite conflict, String text) {
    if (conflict.entity().kind().equals(EntityId.FLAG) && conflict.field().startsWith("variant/")) {
      Flag flag = flag(workspace, conflict);
      return TypedText.value("The flag " + flag.key(), flag.type(), text);
    }
    return switch (FieldPath.parse(conflict.field())) {
      case FieldPath.Condition _ -> RuleText.condition(text);
      case FieldPath.Targeting _, FieldPath.Evaluator _ -> TypedText.json(text);
      case FieldPath.Outcome _ -> RuleText.outcome(flag(workspace, conflict), text);
      case FieldPath.Plain _,
          FieldPath.Variant _,
          FieldPath.Metadata _,
          FieldPath.State _,
          FieldPath.Default _,
          FieldPath.Counted _,
          FieldPath.Position _ ->
          like(conflict.alternatives().getFirst().value(), conflict.field(), text);
    };
  }

  /// A value for the variant that a conflict is about, if that is what it takes.
  static Optional<Value> ofVariant(Workspace workspace, Conflict conflict, String text) {
    Optional<String> of =
        switch (conflict) {
          case Conflict.MissingVariant missing -> Optional.of(missing.flag());
          case Conflict.WrongType wrong -> Optional.of(wrong.entity().key());
          case Conflict _ -> Optional.empty();
        };
    return of.flatMap(workspace::flag)
        .map(flag -> TypedText.value("The flag " + flag.key(), flag.type(), text));
  }

  private static Flag flag(Workspace workspace, Conflict.WriteWrite conflict) {
    return workspace
        .flag(conflict.entity().key())
        .orElseThrow(() -> new CommandRefused("The flag is gone meanwhile."));
  }

  private static Value like(Value known, String field, String text) {
    return switch (known) {
      case Value.Bool _ -> bool(text);
      case Value.Json _ -> TypedText.json(text);
      case Value.Number _ -> TypedText.metadata(text);
      case Value.Text _ -> field.startsWith("metadata/") ? TypedText.metadata(text) : text(text);
      case Value.Position _, Value.Move _, Value.Absent _ -> text(text);
    };
  }

  private static Value text(String text) {
    return Value.of(text);
  }

  private static Value bool(String text) {
    return switch (text) {
      case "on", "true" -> Value.of(true);
      case "off", "false" -> Value.of(false);
      default -> throw new CommandRefused("\"" + text + "\" is neither on nor off.");
    };
  }
}
