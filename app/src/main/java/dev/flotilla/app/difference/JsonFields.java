package dev.flotilla.app.difference;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Several versions of one JSON value, field by field. Where all have an object, its members are
/// looked at one by one; where all have an array of different plain values, its elements are, as of
/// a set.
///
/// Cost: O(size of the versions).
public final class JsonFields {
  /// Versions with more fields are taken as a whole.
  public static final int FIELDS_MAX = 500;

  private static final Pattern NO_NAME = Pattern.compile("[.\\s\"]");

  private final Node root;
  private final List<Field> fields = new ArrayList<>();

  /// A place in the value.
  ///
  /// @param path for example `title.weight`, or `"a.b".weight`; of an element of a set the path of
  ///   the set
  /// @param element what the set has or has not; none for a place that holds a value
  /// @param values of each version, none where it has nothing there
  public record Field(String path, Optional<JsonValue> element, List<Optional<JsonValue>> values) {
    public Field {
      values = List.copyOf(values);
    }

    /// Whether the versions do not agree.
    public boolean isDisputed() {
      Optional<JsonValue> first = values.getFirst();
      return !values.stream().allMatch(value -> areSame(first, value));
    }

    /// Names it within the value.
    public String id() {
      return path + element.map(value -> " " + JsonText.compact(value)).orElse("");
    }
  }

  private sealed interface Node {
    /// A place that is taken as a whole.
    record Leaf(Field field) implements Node {}

    /// Members; none of the versions has anything else there.
    record Members(SequencedMap<String, Node> members) implements Node {}

    /// Elements of a set.
    record Elements(List<Field> elements) implements Node {}
  }

  private JsonFields(List<Optional<JsonValue>> versions) {
    this.root = node("", versions);
  }

  /// The fields of these versions.
  ///
  /// @param texts JSON, each
  public static JsonFields of(List<String> texts) {
    return new JsonFields(texts.stream().map(text -> Optional.of(JsonText.tree(text))).toList());
  }

  /// What each version changed, put together: for each field that some changed, all to the same,
  /// one version that did. What several changed differently is not in it.
  ///
  /// @param texts JSON, each
  /// @param before what all of them replaced, JSON as well
  public static Map<String, Integer> changed(List<String> texts, String before) {
    List<String> all = new ArrayList<>(texts);
    all.add(before);
    Map<String, Integer> changed = new HashMap<>();
    for (Field field : of(all).fields()) {
      Optional<JsonValue> was = field.values().getLast();
      int first = 0;
      while (areSame(field.values().get(first), was) && first < texts.size()) {
        first++;
      }
      Optional<JsonValue> now = field.values().get(first);
      boolean isClear =
          field.values().stream().allMatch(value -> areSame(value, was) || areSame(value, now));
      if (first < texts.size() && isClear) {
        changed.put(field.id(), first);
      }
    }
    return changed;
  }

  /// All places, in the order of the first version, then of the others.
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  /// Whether the versions can be put together field by field: nobody looks through very many.
  public boolean isDivisible() {
    return !(root instanceof Node.Leaf) && fields.size() <= FIELDS_MAX;
  }

  /// The value that has of each field what the version with that number has, as compact JSON.
  ///
  /// @param picked by id of the field; what is not in it is as in version 0
  public String picked(Map<String, Integer> picked) {
    return build(root, picked).map(JsonText::compact).orElse("null");
  }

  private Node node(String path, List<Optional<JsonValue>> values) {
    if (values.stream().allMatch(value -> value.orElse(null) instanceof JsonObject)) {
      return members(path, values);
    }
    if (values.stream().allMatch(value -> value.filter(JsonFields::isSet).isPresent())) {
      return elements(path, values);
    }
    Field field = new Field(path, Optional.empty(), values);
    fields.add(field);
    return new Node.Leaf(field);
  }

  private Node members(String path, List<Optional<JsonValue>> values) {
    SequencedMap<String, Node> members = new LinkedHashMap<>();
    List<JsonObject> objects = values.stream().map(value -> (JsonObject) value.get()).toList();
    for (JsonObject object : objects) {
      for (String name : object.members().keySet()) {
        if (!members.containsKey(name)) {
          members.put(
              name,
              node(
                  path.isEmpty() ? part(name) : path + "." + part(name),
                  objects.stream()
                      .map(one -> Optional.ofNullable(one.members().get(name)))
                      .toList()));
        }
      }
    }
    return new Node.Members(members);
  }

  /// A name in quotes where it could be taken for a path of names, or for an element.
  private static String part(String name) {
    return name.isEmpty() || NO_NAME.matcher(name).find() ? JsonText.quote(name) : name;
  }

  private Node elements(String path, List<Optional<JsonValue>> values) {
    List<List<JsonValue>> sets =
        values.stream().map(value -> ((JsonArray) value.get()).elements()).toList();
    SequencedMap<Object, JsonValue> all = new LinkedHashMap<>();
    List<Map<Object, JsonValue>> byKey = new ArrayList<>();
    for (List<JsonValue> set : sets) {
      Map<Object, JsonValue> keyed = new HashMap<>();
      for (JsonValue element : set) {
        all.putIfAbsent(key(element), element);
        keyed.put(key(element), element);
      }
      byKey.add(keyed);
    }
    List<Field> elements = new ArrayList<>();
    all.forEach((key, element) ->
        elements.add(
            new Field(
                path,
                Optional.of(element),
                byKey.stream().map(set -> Optional.ofNullable(set.get(key))).toList())));
    fields.addAll(elements);
    return new Node.Elements(elements);
  }

  /// Where order or repetition means something, an array is taken as a whole.
  private static boolean isSet(JsonValue value) {
    if (!(value instanceof JsonArray(_, var elements))) {
      return false;
    }
    Set<Object> keys = new HashSet<>();
    for (JsonValue element : elements) {
      if (element instanceof JsonObject
          || element instanceof JsonArray
          || !keys.add(key(element))) {
        return false;
      }
    }
    return true;
  }

  /// Equal for plain values that mean the same.
  private static Object key(JsonValue plain) {
    return switch (plain) {
      case JsonString(_, var text) -> text;
      case JsonNumber number -> number.number().stripTrailingZeros();
      case JsonBool(_, var value) -> value;
      case JsonNull _ -> JsonNull.class;
      case JsonObject _, JsonArray _ -> throw new IllegalArgumentException(plain.kind());
    };
  }

  private static Optional<JsonValue> build(Node node, Map<String, Integer> picked) {
    return switch (node) {
      case Node.Leaf(var field) -> value(field, picked);
      case Node.Members(var nodes) -> {
        SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        nodes.forEach(
            (name, inner) -> build(inner, picked).ifPresent(value -> members.put(name, value)));
        yield Optional.of(new JsonObject(Position.START, members));
      }
      case Node.Elements(var elements) ->
          Optional.of(
              new JsonArray(
                  Position.START,
                  elements.stream().flatMap(element -> value(element, picked).stream()).toList()));
    };
  }

  private static Optional<JsonValue> value(Field field, Map<String, Integer> picked) {
    return field.values().get(picked.getOrDefault(field.id(), 0));
  }

  private static boolean areSame(Optional<JsonValue> one, Optional<JsonValue> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().sameAs(other.orElseThrow()));
  }
}
