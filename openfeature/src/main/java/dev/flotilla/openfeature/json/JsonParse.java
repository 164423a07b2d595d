package dev.flotilla.openfeature.json;

import java.util.List;

/// What came of reading a text as JSON.
public sealed interface JsonParse {
  /// A tree. Where a name stood twice in one object, the first is in the tree, and the others are
  /// listed in `repeated`.
  record Parsed(JsonValue root, List<RepeatedName> repeated) implements JsonParse {
    public Parsed {
      repeated = List.copyOf(repeated);
    }
  }

  /// The text is not JSON.
  record Malformed(JsonError error) implements JsonParse {}

  /// A name that stood in its object before.
  record RepeatedName(JsonPath path, String name, Position at) {}
}
