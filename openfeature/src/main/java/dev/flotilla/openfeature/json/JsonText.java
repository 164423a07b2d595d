package dev.flotilla.openfeature.json;

import dev.flotilla.openfeature.json.JsonParse.Malformed;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import java.util.Optional;

/// JSON as text: checked, on one line, or laid out for reading. Values, targeting rules and shared
/// rules are kept in the workspace as the compact text.
///
/// Strict JSON after RFC 8259: no comments, no trailing commas, and no name twice in one object.
/// Order of names and spelling of numbers stay as they were written. Safe for use by many threads.
public final class JsonText {
  private JsonText() {}

  /// Reads a whole text. Cost: O(length); the nesting is bounded by [JsonLimits#NESTING_MAX].
  public static JsonParse parse(String text) {
    return JsonTree.read(text);
  }

  /// The first thing that is wrong with this text, or nothing if it is JSON.
  public static Optional<JsonError> parseError(String text) {
    return switch (parse(text)) {
      case Malformed(var error) -> Optional.of(error);
      case Parsed(var _, var repeated) when repeated.isEmpty() -> Optional.empty();
      case Parsed(var _, var repeated) -> {
        var first = repeated.getFirst();
        yield Optional.of(
            new JsonError(
                first.at(), "the name " + quote(first.name()) + " stands twice in one object"));
      }
    };
  }

  /// The same JSON on one line without blanks.
  ///
  /// @throws IllegalArgumentException if the text is not JSON; ask [#parseError] first
  public static String compact(String text) {
    return compact(tree(text));
  }

  /// The same JSON with one member a line and two blanks a level, without a line end.
  ///
  /// @throws IllegalArgumentException if the text is not JSON; ask [#parseError] first
  public static String pretty(String text) {
    return pretty(tree(text));
  }

  /// This value on one line without blanks.
  public static String compact(JsonValue value) {
    return JsonWriter.compact(value);
  }

  /// This value with one member a line and two blanks a level, without a line end.
  public static String pretty(JsonValue value) {
    return JsonWriter.pretty(value);
  }

  /// This text as a JSON string, with its quotes.
  public static String quote(String text) {
    return JsonWriter.quote(text);
  }

  /// The tree of a text that is known to be JSON.
  ///
  /// @throws IllegalArgumentException if the text is not JSON; ask [#parseError] first
  public static JsonValue tree(String text) {
    return switch (parse(text)) {
      case Parsed(var root, var _) -> root;
      case Malformed(var error) -> throw new IllegalArgumentException("not JSON: " + error);
    };
  }
}
