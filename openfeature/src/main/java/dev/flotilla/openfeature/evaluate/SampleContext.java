package dev.flotilla.openfeature.evaluate;

import dev.flotilla.openfeature.json.JsonParse.Malformed;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.Position;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A context that somebody types to try a flag: a JSON object, or pairs such as
/// `targetingKey=press-3 app.version=4.1 country="Costa Rica"`.
public sealed interface SampleContext {
  /// What was meant.
  record Read(JsonObject context) implements SampleContext {}

  /// What cannot be read.
  ///
  /// @param at the part of the text that is wrong, or where it is wrong
  record Unreadable(String at) implements SampleContext {}

  /// Reads a typed text; an empty one is a context with nothing in it.
  static SampleContext of(String text) {
    return text.strip().startsWith("{") ? Pairs.json(text) : Pairs.pairs(text);
  }

  /// Reading, kept out of the interface.
  final class Pairs {
    private static final Pattern PAIR =
        Pattern.compile("\\s*,?\\s*([^\\s=,\"]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,\"]+)");

    private Pairs() {}

    static SampleContext json(String text) {
      return switch (JsonText.parse(text)) {
        case Malformed(var error) -> new Unreadable(error.toString());
        case Parsed(JsonObject object, var _) -> new Read(object);
        case Parsed(var other, var _) -> new Unreadable(other.kind());
      };
    }

    static SampleContext pairs(String text) {
      JsonObject context = new JsonObject(Position.START, new LinkedHashMap<>());
      Matcher pair = PAIR.matcher(text);
      int at = 0;
      while (at < text.length() && !text.substring(at).isBlank()) {
        if (!pair.find(at) || pair.start() != at) {
          return new Unreadable(text.substring(at).strip());
        }
        context = with(context, pair.group(1), value(pair.group(2)));
        at = pair.end();
      }
      return new Read(context);
    }

    // Names with dots are read as paths, as rules read them.
    private static JsonObject with(JsonObject context, String path, JsonValue value) {
      var members = new LinkedHashMap<>(context.members());
      int dot = path.indexOf('.');
      if (dot <= 0 || path.startsWith("$")) {
        members.put(path, value);
      } else {
        var head = path.substring(0, dot);
        var inner =
            members.get(head) instanceof JsonObject object
                ? object
                : new JsonObject(Position.START, new LinkedHashMap<>());
        members.put(head, with(inner, path.substring(dot + 1), value));
      }
      return new JsonObject(Position.START, members);
    }

    /// Numbers, true, false and quoted texts are what they look like; all else is text.
    private static JsonValue value(String written) {
      boolean literal = JsonText.parse(written) instanceof Parsed;
      return literal ? JsonText.tree(written) : Coercion.of(written);
    }
  }
}
