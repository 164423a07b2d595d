package dev.flotilla.openfeature.json.patch;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.stream.Collectors;

/// How a text is laid out, so that what is new looks like the rest.
///
/// @param lineEnd `\n` or `\r\n`
/// @param unit what each level is indented by
record Layout(String lineEnd, String unit) {
  private static final String PRETTY_UNIT = "  ";

  /// The layout of a text whose value stands at `root`.
  static Layout of(String text, Span root) {
    int line = text.indexOf('\n');
    var lineEnd = line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
    if (root.entries().isEmpty()) {
      return new Layout(lineEnd, PRETTY_UNIT);
    }
    for (var piece : Pieces.of(text, root).all()) {
      var indent = Trivia.hasLineEnd(piece.lead()) ? Trivia.indent(piece.lead()) : "";
      if (!indent.isEmpty()) {
        return new Layout(lineEnd, indent);
      }
    }
    return new Layout(lineEnd, PRETTY_UNIT);
  }

  /// The value on lines of its own, of which the first one is indented already.
  String pretty(JsonValue value, String indent) {
    return JsonText.pretty(value)
        .lines()
        .map(this::reindented)
        .collect(Collectors.joining(lineEnd + indent));
  }

  private String reindented(String line) {
    int blanks = 0;
    while (line.startsWith(PRETTY_UNIT, blanks)) {
      blanks += PRETTY_UNIT.length();
    }
    return unit.repeat(blanks / PRETTY_UNIT.length()) + line.substring(blanks);
  }

  /// The value on one line.
  static String spaced(JsonValue value) {
    return switch (value) {
      case JsonObject(var _, var members) ->
          members.entrySet().stream()
              .map(member -> JsonText.quote(member.getKey()) + ": " + spaced(member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case JsonArray(var _, var elements) ->
          elements.stream().map(Layout::spaced).collect(Collectors.joining(", ", "[", "]"));
      case JsonString _, JsonNumber _, JsonBool _, JsonNull _ -> JsonText.compact(value);
    };
  }
}
