package dev.flotilla.app.exchange;

import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the members of one object of a workspace document, and tells what is wrong with them.
record WorkspaceMembers(JsonObject object, JsonPath path, List<Finding> findings) {
  /// A text; empty if it is not there.
  String text(String name) {
    return switch (object.members().get(name)) {
      case null -> "";
      case JsonString(_, var text) -> text;
      case JsonValue other -> {
        wrong(name, other, "must be text, not " + other.kind());
        yield "";
      }
    };
  }

  boolean flag(String name) {
    return switch (object.members().get(name)) {
      case null -> false;
      case JsonBool(_, var bool) -> bool;
      case JsonValue other -> {
        wrong(name, other, "must be true or false, not " + other.kind());
        yield false;
      }
    };
  }

  long whole(String name) {
    var value = object.members().get(name);
    if (value == null) {
      return 0;
    }
    if (value instanceof JsonNumber number
        && number.number().stripTrailingZeros().scale() <= 0
        && number.number().abs().compareTo(BigDecimal.valueOf(1L << 53)) <= 0) {
      return number.number().longValue();
    }
    wrong(name, value, "must be a whole number");
    return 0;
  }

  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (var element : elements(name)) {
      if (element instanceof JsonString(_, var text)) {
        texts.add(text);
      } else {
        wrong(name, element, "must hold texts, not " + element.kind());
      }
    }
    return texts;
  }

  List<WorkspaceMembers> objects(String name) {
    var objects = new ArrayList<WorkspaceMembers>();
    int index = 0;
    for (var element : elements(name)) {
      var at = path.member(name).element(index++);
      if (element instanceof JsonObject one) {
        objects.add(new WorkspaceMembers(one, at, findings));
      } else {
        wrong(name, element, "must hold objects, not " + element.kind());
      }
    }
    return objects;
  }

  /// The members of a nested object, by name.
  Map<String, JsonValue> nested(String name) {
    return switch (object.members().get(name)) {
      case null -> new LinkedHashMap<>();
      case JsonObject(_, var members) -> members;
      case JsonValue other -> {
        wrong(name, other, "must be an object, not " + other.kind());
        yield new LinkedHashMap<>();
      }
    };
  }

  /// The nested objects of a nested object, by name.
  Map<String, WorkspaceMembers> nestedObjects(String name) {
    var objects = new LinkedHashMap<String, WorkspaceMembers>();
    nested(name)
        .forEach((key, value) -> {
          if (value instanceof JsonObject one) {
            var at = path.member(name).member(key);
            objects.put(key, new WorkspaceMembers(one, at, findings));
          } else {
            wrong(name, value, "must hold objects, not " + value.kind());
          }
        });
    return objects;
  }

  /// The values of a nested object, by name.
  Map<String, Value> values(String name) {
    var values = new LinkedHashMap<String, Value>();
    nested(name).forEach((key, value) -> values.put(key, ValueText.of(value)));
    return values;
  }

  /// A member as compact JSON.
  Optional<String> json(String name) {
    return Optional.ofNullable(object.members().get(name)).map(JsonText::compact);
  }

  void wrong(String reason) {
    findings.add(
        new Finding(
            Severity.ERROR, path.toString(), reason, object.at().line(), object.at().column()));
  }

  private void wrong(String name, JsonValue value, String reason) {
    findings.add(
        new Finding(
            Severity.ERROR,
            path.member(name).toString(),
            reason,
            value.at().line(),
            value.at().column()));
  }

  private List<JsonValue> elements(String name) {
    return switch (object.members().get(name)) {
      case null -> List.of();
      case JsonArray(_, var elements) -> elements;
      case JsonValue other -> {
        wrong(name, other, "must be an array, not " + other.kind());
        yield List.of();
      }
    };
  }
}
