package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value that somebody writes instead of taking one of those that are there: what the field
/// takes, and how what is typed is read.
///
/// @param form how it is typed
/// @param choices what can be chosen; none where it is typed
/// @param draft what it begins with, as it is typed
record OwnValue(Form form, List<String> choices, String draft) {
  /// How a value is typed.
  enum Form {
    /// On or off, true or false.
    BOOL,
    CHOICE,
    NUMBER,
    TEXT,
    JSON
  }

  OwnValue {
    choices = List.copyOf(choices);
  }

  /// How a conflict takes another value; none if it takes none.
  static Optional<OwnValue> of(Workspace workspace, Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite write -> Optional.of(ofField(workspace, write));
      case Conflict.MissingVariant missing ->
          workspace.flag(missing.flag()).map(flag -> ofVariant(flag, Value.absent()));
      case Conflict.WrongType wrong ->
          workspace.flag(wrong.entity().key()).map(flag -> ofVariant(flag, Value.absent()));
      case Conflict _ -> Optional.empty();
    };
  }

  private static OwnValue ofField(Workspace workspace, Conflict.WriteWrite write) {
    Value now = write.alternatives().getFirst().value();
    EntityId entity = write.entity();
    Optional<Flag> flag =
        entity.kind().equals(EntityId.FLAG) ? workspace.flag(entity.key()) : Optional.empty();
    List<String> variants = flag.map(one -> List.copyOf(one.variants().keySet())).orElse(List.of());
    return switch (FieldPath.parse(write.field())) {
      case FieldPath.Variant _ -> flag.map(one -> ofVariant(one, now)).orElseGet(() -> like(now));
      case FieldPath.State _ -> new OwnValue(Form.BOOL, List.of(), Values.text(now));
      case FieldPath.Default _ -> choice(variants, now);
      case FieldPath.Outcome _ -> now instanceof Value.Json ? like(now) : choice(variants, now);
      case FieldPath.Targeting _, FieldPath.Condition _, FieldPath.Evaluator _ ->
          new OwnValue(Form.JSON, List.of(), pretty(now));
      case FieldPath.Plain(var name) ->
          switch (name) {
            case FieldNames.TYPE ->
                choice(Arrays.stream(FlagType.values()).map(FlagType::id).toList(), now);
            case FieldNames.KIND ->
                choice(Arrays.stream(FlagKind.values()).map(FlagKind::id).toList(), now);
            case FieldNames.FOLDER ->
                choice(workspace.folders().stream().map(Folder::key).toList(), now);
            case FieldNames.SCHEMA -> new OwnValue(Form.JSON, List.of(), pretty(now));
            default -> like(now);
          };
      case FieldPath.Metadata _, FieldPath.Counted _, FieldPath.Position _ -> like(now);
    };
  }

  private static OwnValue ofVariant(Flag flag, Value now) {
    return switch (flag.type()) {
      case BOOLEAN -> new OwnValue(Form.BOOL, List.of(), Values.text(now));
      case STRING -> new OwnValue(Form.TEXT, List.of(), Values.text(now));
      case NUMBER -> new OwnValue(Form.NUMBER, List.of(), Values.text(now));
      case OBJECT -> new OwnValue(Form.JSON, List.of(), pretty(now));
    };
  }

  private static OwnValue like(Value now) {
    return switch (now) {
      case Value.Bool _ -> new OwnValue(Form.BOOL, List.of(), Values.text(now));
      case Value.Number _ -> new OwnValue(Form.NUMBER, List.of(), Values.text(now));
      case Value.Json _ -> new OwnValue(Form.JSON, List.of(), pretty(now));
      case Value.Text _, Value.Position _, Value.Move _, Value.Absent _ ->
          new OwnValue(Form.TEXT, List.of(), Values.text(now));
    };
  }

  private static OwnValue choice(List<String> choices, Value now) {
    String text = Values.text(now);
    List<String> all =
        text.isEmpty() || choices.contains(text)
            ? choices
            : Stream.concat(Stream.of(text), choices.stream()).toList();
    return new OwnValue(Form.CHOICE, all, text);
  }

  private static String pretty(Value value) {
    return value instanceof Value.Json(var text) && JsonText.parseError(text).isEmpty()
        ? JsonText.pretty(text)
        : Values.text(value);
  }

  /// The value that was typed; none if it is not one.
  Optional<Value> read(String typed) {
    return switch (form) {
      case BOOL ->
          switch (typed) {
            case "true" -> Optional.of(Value.of(true));
            case "false" -> Optional.of(Value.of(false));
            default -> Optional.empty();
          };
      case CHOICE -> choices.contains(typed) ? Optional.of(Value.of(typed)) : Optional.empty();
      case NUMBER -> number(typed);
      case TEXT -> Optional.of(Value.of(typed));
      case JSON ->
          JsonText.parseError(typed).isEmpty()
              ? Optional.of(new Value.Json(JsonText.compact(typed)))
              : Optional.empty();
    };
  }

  private static Optional<Value> number(String typed) {
    try {
      return Optional.of(new Value.Number(new BigDecimal(typed.strip())));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
