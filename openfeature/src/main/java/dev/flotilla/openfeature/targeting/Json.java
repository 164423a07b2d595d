package dev.flotilla.openfeature.targeting;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Making and looking at JSONLogic.
final class Json {
  static final JsonValue NULL = new JsonNull(Position.START);

  // Operators whose single argument may stand without its array.
  private static final Set<String> LOOSE = Set.of("!", "!!", "var", "missing");

  private Json() {}

  static JsonValue text(String text) {
    return new JsonString(Position.START, text);
  }

  static JsonValue number(int number) {
    return new JsonNumber(Position.START, Integer.toString(number));
  }

  static JsonValue array(List<JsonValue> elements) {
    return new JsonArray(Position.START, elements);
  }

  static JsonValue array(JsonValue... elements) {
    return array(List.of(elements));
  }

  static JsonValue rule(String operator, JsonValue argument) {
    var members = new LinkedHashMap<String, JsonValue>();
    members.put(operator, argument);
    return new JsonObject(Position.START, members);
  }

  static JsonValue var(String attribute) {
    return rule("var", text(attribute));
  }

  static JsonValue reference(String name) {
    return rule("$ref", text(name));
  }

  /// The only member of an object that has one.
  static Optional<Map.Entry<String, JsonValue>> only(JsonValue value) {
    return value instanceof JsonObject(var _, var members) && members.size() == 1
        ? Optional.of(members.firstEntry())
        : Optional.empty();
  }

  /// The arguments of a rule that has this operator.
  static Optional<List<JsonValue>> arguments(JsonValue rule, String operator) {
    return only(rule).filter(o -> o.getKey().equals(operator)).map(o -> list(o.getValue()));
  }

  static List<JsonValue> list(JsonValue value) {
    return value instanceof JsonArray(var _, var elements) ? elements : List.of(value);
  }

  /// The attribute that this reads, if it reads one and has nothing else to say; its name may be
  /// empty, as long as nobody has typed it.
  static Optional<String> attribute(JsonValue value) {
    return arguments(value, "var")
        .filter(arguments -> arguments.size() == 1)
        .flatMap(arguments -> text(arguments.getFirst()));
  }

  static Optional<String> text(JsonValue value) {
    return value instanceof JsonString(var _, var text) ? Optional.of(text) : Optional.empty();
  }

  static Optional<String> reference(JsonValue value) {
    return only(value).filter(o -> o.getKey().equals("$ref")).flatMap(o -> text(o.getValue()));
  }

  static boolean isPlain(JsonValue value) {
    return !(value instanceof JsonArray) && !(value instanceof JsonObject);
  }

  /// Whether both mean the same rule, however a single argument or a weight of one is written.
  static boolean sameRule(JsonValue one, JsonValue other) {
    return canonical(one).sameAs(canonical(other));
  }

  private static JsonValue canonical(JsonValue value) {
    return switch (value) {
      case JsonArray(var at, var elements) ->
          new JsonArray(at, elements.stream().map(Json::canonical).toList());
      case JsonObject(var at, var members) -> {
        var canonical = new LinkedHashMap<String, JsonValue>();
        members.forEach((name, argument) -> canonical.put(name, argument(name, argument)));
        yield new JsonObject(at, canonical);
      }
      case JsonValue plain -> plain;
    };
  }

  private static JsonValue argument(String operator, JsonValue argument) {
    if (operator.equals("fractional")) {
      var parts = new ArrayList<JsonValue>();
      list(argument).forEach(part -> parts.add(weighted(part)));
      return array(parts);
    }
    boolean bare = LOOSE.contains(operator) && !(argument instanceof JsonArray);
    return canonical(bare ? array(argument) : argument);
  }

  private static JsonValue weighted(JsonValue part) {
    return part instanceof JsonArray(var _, var parts) && parts.size() == 1
        ? array(canonical(parts.getFirst()), number(1))
        : canonical(part);
  }
}
