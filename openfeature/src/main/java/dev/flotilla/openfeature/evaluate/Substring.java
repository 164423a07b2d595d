package dev.flotilla.openfeature.evaluate;

import dev.flotilla.openfeature.json.JsonValue;

/// `substr`: negative numbers count from the end.
final class Substring {
  private Substring() {}

  static JsonValue of(JsonValue from, JsonValue start, JsonValue length) {
    var text = Coercion.text(from);
    int begin = place(text, Coercion.number(start));
    var rest = text.substring(begin);
    if (Coercion.isNull(length)) {
      return Coercion.of(rest);
    }
    return Coercion.of(rest.substring(0, place(rest, Coercion.number(length))));
  }

  private static int place(String text, double number) {
    double at = number < 0 ? text.length() + number : number;
    return (int) Math.clamp(at, 0.0, text.length());
  }
}
