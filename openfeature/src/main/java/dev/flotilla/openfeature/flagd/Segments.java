package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tag sets as segments of targeting: `{"in":[{"var":"machine"},{"$ref":"tagset:line-2"}]}` holds
/// for the members that the set has when the flag is asked. A document carries them as shared
/// rules, so that applications need nothing else.
///
/// A name holds only what flagd's replacement by regular expression takes as it is.
public final class Segments {
  private static final String PREFIX = "tagset:";
  static final String REFERENCE = "$ref";
  private static final String PLAIN = "_-/ :";
  private static final String CHANGED = "$\\\"";

  private Segments() {}

  /// What `$ref` calls this tag set.
  public static String reference(String tagSet) {
    var name = new StringBuilder(PREFIX);
    tagSet
        .codePoints()
        .forEach(point -> {
          if (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0) {
            name.appendCodePoint(point);
          } else {
            for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
              name.append("%%%02X".formatted(octet & 0xff));
            }
          }
        });
    return name.toString();
  }

  /// The tag set that `$ref` means by this name, if it means one.
  public static Optional<String> tagSet(String reference) {
    if (!reference.startsWith(PREFIX) || reference.length() == PREFIX.length()) {
      return Optional.empty();
    }
    try {
      var decoded =
          URLDecoder.decode(
              reference.substring(PREFIX.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
      return Optional.of(decoded);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The keys of the tag sets that a rule, a condition or an outcome refers to; none if it is not
  /// JSON. Costs little where there is none.
  public static SortedSet<String> used(String json) {
    if (!json.contains(PREFIX) || !(JsonText.parse(json) instanceof Parsed(var root, var _))) {
      return Collections.emptySortedSet();
    }
    var used = new TreeSet<String>();
    collect(root, used);
    return used;
  }

  /// The names that `$ref` can use in an environment: its shared rules and all tag sets.
  public static Set<String> known(Workspace workspace, Environment environment) {
    var known = new TreeSet<>(environment.evaluators().keySet());
    workspace.tagSets().forEach(tagSet -> known.add(reference(tagSet.key())));
    return known;
  }

  /// The shared rule that stands for a tag set in a document. It is a rule because a document takes
  /// no plain list there.
  static JsonValue sharedRule(SortedSet<String> members) {
    var rule = new LinkedHashMap<String, JsonValue>();
    rule.put("merge", array(List.of(list(members))));
    return new JsonObject(Position.START, rule);
  }

  /// The members as they stand in a rule.
  static JsonValue list(SortedSet<String> members) {
    return array(members.stream().<JsonValue>map(m -> new JsonString(Position.START, m)).toList());
  }

  /// Whether these members arrive as they are. flagd puts shared rules into the text of the flags
  /// by a regular expression, in whose replacement a dollar means a group, and in some languages a
  /// backslash, which is also what JSON writes before a quote, the next character.
  static boolean fitSharedRule(SortedSet<String> members) {
    return members.stream().allMatch(m -> m.chars().allMatch(c -> CHANGED.indexOf(c) < 0));
  }

  /// The rule with what is given for a tag set in the place of references to it.
  static JsonValue inlined(JsonValue rule, Map<String, JsonValue> lists) {
    if (lists.isEmpty()) {
      return rule;
    }
    return switch (rule) {
      case JsonArray(var at, var elements) ->
          new JsonArray(at, elements.stream().map(each -> inlined(each, lists)).toList());
      case JsonObject(var at, var members) -> {
        if (members.get(REFERENCE) instanceof JsonString(var _, var name)) {
          yield tagSet(name).map(lists::get).orElse(rule);
        }
        var all = new LinkedHashMap<String, JsonValue>();
        members.forEach((name, value) -> all.put(name, inlined(value, lists)));
        yield new JsonObject(at, all);
      }
      case JsonValue other -> other;
    };
  }

  private static JsonArray array(List<JsonValue> elements) {
    return new JsonArray(Position.START, elements);
  }

  private static void collect(JsonValue value, NavigableSet<String> used) {
    switch (value) {
      case JsonArray(var _, var elements) -> elements.forEach(each -> collect(each, used));
      case JsonObject(var _, var members) -> {
        if (members.get(REFERENCE) instanceof JsonString(var _, var name)) {
          tagSet(name).ifPresent(used::add);
        }
        members.values().forEach(each -> collect(each, used));
      }
      case JsonValue _ -> {}
    }
  }
}
