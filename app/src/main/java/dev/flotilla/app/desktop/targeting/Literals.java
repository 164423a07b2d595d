package dev.flotilla.app.desktop.targeting;

import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;

/// Values of tests as people type them: numbers, true, false and null are what they look like, all
/// else is text; quotes make a text of anything.
final class Literals {
  private Literals() {}

  static JsonValue parse(String typed) {
    var stripped = typed.strip();
    return JsonText.parse(stripped) instanceof Parsed(var value, var _)
            && !(value instanceof JsonObject)
            && !(value instanceof JsonArray)
        ? value
        : text(stripped);
  }

  static JsonValue text(String text) {
    return new JsonString(Position.START, text);
  }

  static String show(JsonValue value) {
    if (!(value instanceof JsonString(var _, var text))) {
      return JsonText.compact(value);
    }
    return parse(text) instanceof JsonString(var _, var same) && same.equals(text)
        ? text
        : JsonText.quote(text);
  }

  /// Where only text is taken, it is shown as it is.
  static String showText(JsonValue value) {
    return value instanceof JsonString(var _, var text) ? text : JsonText.compact(value);
  }
}
