package dev.flotilla.app.desktop.text;

import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Value;
import java.util.Map;

/// Fields of entities in the words of the windows.
public final class FieldWords {
  private static final Map<String, String> PLAIN =
      Map.of(
          FieldNames.DESCRIPTION, "field.description",
          FieldNames.OWNER, "field.owner",
          FieldNames.KIND, "field.kind",
          FieldNames.ARCHIVED, "field.archived",
          FieldNames.TYPE, "field.type",
          FieldNames.COLOUR, "field.colour",
          FieldNames.ORDER, "field.order",
          FieldNames.PROTECTED, "field.protected",
          FieldNames.FOLDER, "field.folder",
          FieldNames.NAME, "field.name");

  private final Texts texts;

  public FieldWords(Texts texts) {
    this.texts = texts;
  }

  /// For example "default variant in production" for `env/production/default`.
  public String name(String field) {
    var rulesIn = FieldNames.environmentOfRules(field);
    if (rulesIn.isPresent()) {
      return texts.of("field.rules", rulesIn.get());
    }
    switch (FieldPath.parse(field)) {
      case FieldPath.Condition(var environment, var rule) -> {
        return texts.of("field.condition", rule, environment);
      }
      case FieldPath.Outcome(var environment, var rule) -> {
        return texts.of("field.outcome", rule, environment);
      }
      case FieldPath.Position(var environment, var rule) -> {
        return texts.of("field.position", rule, environment);
      }
      default -> {}
    }
    if (field.equals(FieldNames.SCHEMA)) {
      return texts.of("field.schema");
    }
    String plain = PLAIN.get(field);
    if (plain != null) {
      return texts.of(plain);
    }
    int first = field.indexOf('/');
    if (first < 0) {
      return field;
    }
    String head = field.substring(0, first);
    String rest = field.substring(first + 1);
    return switch (head) {
      case "variant" -> texts.of("field.variant", rest);
      case "metadata" -> texts.of("field.metadata", rest);
      case "evaluator" -> texts.of("field.evaluator", rest);
      case "by" -> texts.of("field.counted");
      case "env" -> environment(rest, field);
      default -> field;
    };
  }

  /// The value of a field: on and off for a state, else the value itself.
  public String value(String field, Value value) {
    return switch (value) {
      case Value.Bool(var on) when field.endsWith("/state") ->
          texts.of(on ? "field.state.on" : "field.state.off");
      case Value.Absent() when FieldPath.parse(field) instanceof FieldPath.Condition ->
          texts.of("field.condition.always");
      case Value.Absent() -> texts.of("field.absent");
      case Value.Text(var text) when text.isEmpty() -> texts.of("field.absent");
      case Value.Bool _,
          Value.Number _,
          Value.Text _,
          Value.Json _,
          Value.Position _,
          Value.Move _ ->
          Values.text(value);
    };
  }

  private String environment(String rest, String field) {
    int last = rest.lastIndexOf('/');
    if (last < 0) {
      return field;
    }
    String environment = rest.substring(0, last);
    return switch (rest.substring(last + 1)) {
      case "state" -> texts.of("field.state", environment);
      case "default" -> texts.of("field.default", environment);
      case "targeting" -> texts.of("field.targeting", environment);
      default -> field;
    };
  }
}
