package dev.flotilla.openfeature.json.patch;

import dev.flotilla.openfeature.json.JsonComments;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.patch.Matching.Match;
import java.util.List;

/// Makes a JSON text say something else and touches nothing but what differs.
///
/// Values that mean the same stay as they are written. Members keep their order; new ones stand
/// behind those that they follow in the wanted value, laid out like their neighbours. A comment
/// that stands directly above a member, or on its line, goes with the member when that goes; one
/// that an empty line parts from it stays. Cost: O(length · depth).
public final class JsonPatch {
  // Longer ones are opened even where their neighbours are not.
  private static final int ONE_LINE_MAX = 88;

  private final String text;
  private final Layout layout;

  private JsonPatch(String text, Layout layout) {
    this.text = text;
    this.layout = layout;
  }

  /// The text, saying what `wanted` says.
  ///
  /// @param text may hold comments, see [JsonComments]
  /// @throws IllegalArgumentException if the text is not JSON, or has a name twice in an object
  public static String apply(String text, JsonValue wanted) {
    var json = JsonComments.blanked(text);
    if (!(JsonText.parse(json) instanceof Parsed(var now, var repeated))) {
      throw new IllegalArgumentException("not JSON");
    }
    if (!repeated.isEmpty()) {
      throw new IllegalArgumentException("twice in one object: " + repeated.getFirst().path());
    }
    var root = SpanScanner.scan(json);
    var patch = new JsonPatch(text, Layout.of(text, root));
    return text.substring(0, root.start())
        + patch.value(root, now, wanted, "", true)
        + text.substring(root.end());
  }

  /// The text of a value that becomes `wanted`.
  ///
  /// @param indent of the line that the value starts on
  /// @param onLines whether there may be line ends in a new text
  private String value(Span span, JsonValue now, JsonValue wanted, String indent, boolean onLines) {
    if (now.sameAs(wanted)) {
      return text.substring(span.start(), span.end());
    }
    if (now instanceof JsonObject object && wanted instanceof JsonObject other) {
      return container(
          span,
          object.members().values().stream().toList(),
          Matching.members(object, other),
          indent,
          onLines);
    }
    if (now instanceof JsonArray array && wanted instanceof JsonArray other) {
      return container(span, array.elements(), Matching.elements(array, other), indent, onLines);
    }
    return written(wanted, indent, onLines);
  }

  private String written(JsonValue value, String indent, boolean onLines) {
    return onLines ? layout.pretty(value, indent) : Layout.spaced(value);
  }

  private String container(
      Span span, List<JsonValue> now, List<Match> matches, String indent, boolean onLines) {
    var pieces = Pieces.of(text, span);
    var writer = new ContainerWriter(pieces, layout, indent, onLines);
    int last = -1;
    for (var match : matches) {
      if (!match.isNew()) {
        // Pieces stay in order, so those between the last one that stays and this one are gone.
        for (int gone = last + 1; gone < match.old(); gone++) {
          writer.drop(pieces.all().get(gone));
        }
        last = match.old();
      }
      var piece = match.isNew() ? null : pieces.all().get(match.old());
      writer.add(piece, match.name(), body(pieces, now, match, writer));
    }
    pieces.all().subList(last + 1, pieces.all().size()).forEach(writer::drop);
    return text.charAt(span.start()) + writer.finish() + text.charAt(span.end() - 1);
  }

  private String body(Pieces pieces, List<JsonValue> now, Match match, ContainerWriter writer) {
    var piece = match.isNew() ? null : pieces.all().get(match.old());
    var indent = writer.indentOf(piece);
    if (piece == null) {
      var line = Layout.spaced(match.value());
      boolean likeOthers = line.length() <= ONE_LINE_MAX && pieces.ofOneLineEach(text);
      return likeOthers ? line : written(match.value(), indent, writer.onLines());
    }
    return value(piece.value(), now.get(match.old()), match.value(), indent, writer.onLines());
  }

  /// Whether the text is JSON that [#apply] can change.
  public static boolean canApply(String text) {
    return JsonText.parse(JsonComments.blanked(text)) instanceof Parsed(var _, var repeated)
        && repeated.isEmpty();
  }
}
