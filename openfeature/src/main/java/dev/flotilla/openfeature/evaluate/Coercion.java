package dev.flotilla.openfeature.evaluate;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// How JSONLogic takes one kind of value for another, which is how JavaScript does.
final class Coercion {
  static final JsonValue NULL = new JsonNull(Position.START);

  private Coercion() {}

  static JsonValue of(boolean value) {
    return new JsonBool(Position.START, value);
  }

  static JsonValue of(String text) {
    return new JsonString(Position.START, text);
  }

  /// A number that is no number is null: JSON has no word for it.
  static JsonValue of(double number) {
    return Double.isFinite(number) ? new JsonNumber(Position.START, text(number)) : NULL;
  }

  static JsonValue of(List<JsonValue> elements) {
    return new JsonArray(Position.START, elements);
  }

  /// Nothing, zero and what is empty are false, except for objects.
  static boolean isTrue(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> false;
      case JsonBool(var _, boolean bool) -> bool;
      case JsonNumber number -> number(number) != 0;
      case JsonString(var _, var text) -> !text.isEmpty();
      case JsonArray(var _, var elements) -> !elements.isEmpty();
      case JsonObject _ -> true;
    };
  }

  static double number(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> 0;
      case JsonBool(var _, boolean bool) -> bool ? 1 : 0;
      case JsonNumber number -> number.number().doubleValue();
      case JsonString(var _, var text) -> number(text.strip());
      case JsonArray(var _, var elements) ->
          elements.isEmpty() ? 0 : elements.size() == 1 ? number(elements.getFirst()) : Double.NaN;
      case JsonObject _ -> Double.NaN;
    };
  }

  private static double number(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    boolean plain = text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
    try {
      return plain ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  static String text(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> "";
      case JsonBool(var _, boolean bool) -> String.valueOf(bool);
      case JsonNumber number -> text(number.number().doubleValue());
      case JsonString(var _, var text) -> text;
      case JsonArray(var _, var elements) ->
          elements.stream().map(Coercion::text).collect(Collectors.joining(","));
      case JsonObject _ -> "[object Object]";
    };
  }

  private static String text(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /// Whether both are of one kind and the same.
  static boolean same(JsonValue one, JsonValue other) {
    return one.sameAs(other);
  }

  /// Whether both are the same once one is taken for the kind of the other.
  static boolean alike(JsonValue one, JsonValue other) {
    if (one.getClass() == other.getClass() || isNull(one) || isNull(other)) {
      return same(one, other);
    }
    if (one instanceof JsonObject || other instanceof JsonObject) {
      return false;
    }
    return number(one) == number(other);
  }

  /// Whether the first comes before the other: texts by their characters, all else as numbers.
  static boolean isLess(JsonValue one, JsonValue other) {
    return (one instanceof JsonString(var _, var left)
            && other instanceof JsonString(var _, var right))
        ? left.compareTo(right) < 0
        : number(one) < number(other);
  }

  static boolean isAtMost(JsonValue one, JsonValue other) {
    return (one instanceof JsonString(var _, var left)
            && other instanceof JsonString(var _, var right))
        ? left.compareTo(right) <= 0
        : number(one) <= number(other);
  }

  static boolean isNull(JsonValue value) {
    return value instanceof JsonNull;
  }
}
