package dev.flotilla.app.schema;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A schema to begin with: what the values that are there have in common. All of them follow it.
public final class SchemaGuess {
  private SchemaGuess() {}

  /// The schema of these values, which must be JSON, laid out for reading.
  public static String of(Collection<String> values) {
    return JsonText.pretty(schema(values.stream().map(JsonText::tree).toList()));
  }

  private static String schema(List<JsonValue> values) {
    Set<String> types = new LinkedHashSet<>();
    values.forEach(value -> types.add(type(value)));
    if (types.size() != 1) {
      return types.isEmpty()
          ? "{}"
          : types.stream()
              .map(JsonText::quote)
              .collect(Collectors.joining(",", "{\"type\":[", "]}"));
    }
    return switch (values.getFirst()) {
      case JsonObject _ -> object(values.stream().map(JsonObject.class::cast).toList());
      case JsonArray _ ->
          "{\"type\":\"array\",\"items\":"
              + schema(
                  values.stream()
                      .flatMap(value -> ((JsonArray) value).elements().stream())
                      .toList())
              + "}";
      case JsonString _, JsonNumber _, JsonBool _, JsonNull _ ->
          "{\"type\":" + JsonText.quote(types.iterator().next()) + "}";
    };
  }

  private static String object(List<JsonObject> objects) {
    Set<String> names = new LinkedHashSet<>();
    objects.forEach(object -> names.addAll(object.members().keySet()));
    String properties =
        names.stream()
            .map(name ->
                JsonText.quote(name)
                    + ":"
                    + schema(
                        objects.stream()
                            .filter(object -> object.members().containsKey(name))
                            .map(object -> object.members().get(name))
                            .toList()))
            .collect(Collectors.joining(",", "{", "}"));
    String required =
        names.stream()
            .filter(name -> objects.stream().allMatch(one -> one.members().containsKey(name)))
            .map(JsonText::quote)
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"type\":\"object\",\"properties\":"
        + properties
        + ",\"required\":"
        + required
        + ",\"additionalProperties\":false}";
  }

  private static String type(JsonValue value) {
    return switch (value) {
      case JsonObject _ -> "object";
      case JsonArray _ -> "array";
      case JsonString _ -> "string";
      case JsonNumber _ -> "number";
      case JsonBool _ -> "boolean";
      case JsonNull _ -> "null";
    };
  }
}
