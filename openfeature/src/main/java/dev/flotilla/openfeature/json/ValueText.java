package dev.flotilla.openfeature.json;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonParse.Malformed;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.ParsedValue.Ok;
import dev.flotilla.openfeature.json.ParsedValue.Wrong;
import java.util.List;
import java.util.Locale;

/// Values of flags as people type and read them, and as JSON. Safe for use by many threads.
public final class ValueText {
  private ValueText() {}

  /// The value that a user typed for a flag of this type: `true`, `12.5`, any text as it is, or a
  /// JSON object. Never throws for what a user can type.
  public static ParsedValue parse(FlagType type, String userText) {
    if (ModelLimits.utf8Length(userText) > ModelLimits.VALUE_BYTES_MAX) {
      return new Wrong("The value is longer than " + ModelLimits.VALUE_BYTES_MAX / 1024 + " KiB.");
    }
    return switch (type) {
      case BOOLEAN -> bool(userText.strip());
      case NUMBER -> number(userText.strip());
      case STRING -> string(userText);
      case OBJECT -> object(userText);
    };
  }

  /// The value that a user typed for metadata, which declares no type: true, false and numbers are
  /// what they look like, all else is text.
  public static ParsedValue guess(String userText) {
    for (var type : List.of(FlagType.BOOLEAN, FlagType.NUMBER)) {
      if (parse(type, userText) instanceof Ok found) {
        return found;
      }
    }
    return parse(FlagType.STRING, userText);
  }

  /// The value for people, on one line unless it is a text of several lines.
  public static String show(Value value) {
    return value.display();
  }

  /// The value for an editor: a JSON object is laid out, everything else is as in [#show], also
  /// what another program wrote in the place of JSON.
  public static String edit(Value value) {
    return value instanceof Value.Json(var json) && JsonText.parseError(json).isEmpty()
        ? JsonText.pretty(json)
        : show(value);
  }

  /// The value as compact JSON; `null` for [Value.Absent]. Numbers are written in plain digits.
  public static String toJson(Value value) {
    return switch (value) {
      case Value.Bool(var bool) -> String.valueOf(bool);
      case Value.Number(var number) -> number.toPlainString();
      case Value.Text(var text) -> JsonText.quote(text);
      case Value.Json(var json) -> json;
      case Value.Position _, Value.Move _, Value.Absent _ -> "null";
    };
  }

  /// The value as a tree, for writing it inside a larger one.
  ///
  /// @throws IllegalArgumentException if a JSON value of the workspace is not JSON
  public static JsonValue tree(Value value) {
    return switch (value) {
      case Value.Bool(var bool) -> new JsonBool(Position.START, bool);
      case Value.Number(var number) -> new JsonNumber(Position.START, number.toPlainString());
      case Value.Text(var text) -> new JsonString(Position.START, text);
      case Value.Json(var json) -> JsonText.tree(json);
      case Value.Position _, Value.Move _, Value.Absent _ -> new JsonNull(Position.START);
    };
  }

  /// The value that a JSON value stands for. Objects and arrays become compact JSON.
  ///
  /// @throws IllegalArgumentException if it is longer than [ModelLimits#VALUE_BYTES_MAX]
  public static Value of(JsonValue json) {
    return switch (json) {
      case JsonBool(var _, var bool) -> Value.of(bool);
      case JsonNumber number -> new Value.Number(number.number());
      case JsonString(var _, var text) -> Value.of(text);
      case JsonNull _ -> Value.absent();
      case JsonObject _, JsonArray _ -> new Value.Json(JsonText.compact(json));
    };
  }

  private static ParsedValue bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> new Ok(Value.of(true));
      case "false" -> new Ok(Value.of(false));
      default -> new Wrong("Write true or false, not " + shown(text) + ".");
    };
  }

  private static ParsedValue number(String text) {
    if (JsonText.parse(text) instanceof Parsed(JsonNumber number, var _)) {
      return new Ok(new Value.Number(number.number()));
    }
    return new Wrong("Write a number such as 12, -3.5 or 1e6, not " + shown(text) + ".");
  }

  private static ParsedValue string(String text) {
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      return new Wrong("The text holds half of a surrogate pair, which is no character.");
    }
    return new Ok(Value.of(text));
  }

  private static ParsedValue object(String text) {
    var error = JsonText.parseError(text);
    if (error.isPresent()) {
      return new Wrong("This is not JSON, " + error.get() + ".");
    }
    return switch (JsonText.parse(text)) {
      case Parsed(JsonObject object, var _) -> new Ok(of(object));
      case Parsed(var other, var _) ->
          new Wrong("Write a JSON object such as {\"key\": 1}, not " + other.kind() + ".");
      case Malformed(var malformed) -> throw new IllegalStateException(malformed.sentence());
    };
  }

  private static String shown(String text) {
    return text.isEmpty() ? "nothing" : JsonText.quote(PlainWords.shorten(text));
  }
}
