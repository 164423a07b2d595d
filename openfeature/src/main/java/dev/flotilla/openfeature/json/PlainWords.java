package dev.flotilla.openfeature.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Says in plain words why the parser stopped. The parser's own messages speak of features and
/// character codes; its places are exact, so the sentence is made from the text at that place.
final class PlainWords {
  private static final int SHOWN_MAX = 24;

  private PlainWords() {}

  static JsonError empty(String text) {
    return new JsonError(end(text), "the text is empty, a JSON value is expected");
  }

  static JsonError limit(JacksonException stopped, String text) {
    var location = stopped.getLocation();
    var at =
        location == null || location.getLineNr() < 1
            ? deepest(text)
            : new Position(location.getLineNr(), Math.max(1, location.getColumnNr()));
    var message = stopped.getOriginalMessage();
    if (message.contains("nesting")) {
      return new JsonError(
          at,
          "arrays and objects are nested deeper than %d levels".formatted(JsonLimits.NESTING_MAX));
    }
    if (message.startsWith("Number")) {
      return new JsonError(
          at, "a number has more than %d digits".formatted(JsonLimits.NUMBER_LENGTH_MAX));
    }
    return new JsonError(at, "a name or text is too long");
  }

  static JsonError explain(JacksonException stopped, String text) {
    if (stopped instanceof UnexpectedEndOfInputException) {
      return new JsonError(end(text), tooEarly(stopped.getOriginalMessage()));
    }
    var location = stopped.getLocation();
    var at = new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    int offset = Math.clamp(location.getCharOffset(), 0, text.length());
    return new JsonError(at, sentence(stopped.getOriginalMessage(), text, offset));
  }

  private static String tooEarly(String message) {
    if (message.contains("closing quote")) {
      return "the text ends inside a string, its closing \" is missing";
    }
    if (message.contains("for Array")) {
      return "the text ends too early, a ] is missing";
    }
    if (message.contains("Object")) {
      return "the text ends too early, a } is missing";
    }
    return "the text ends too early";
  }

  private static String sentence(String message, String text, int offset) {
    var found = found(text, offset);
    if (message.contains("comment")) {
      return "comments are not allowed in JSON";
    }
    if (message.startsWith("Non-standard token")) {
      return "NaN and Infinity are no JSON numbers";
    }
    if (message.contains("start property name")) {
      return nameExpected(found);
    }
    if (message.contains("comma to separate Array")) {
      return "a comma or ] is missing before " + found;
    }
    if (message.contains("comma to separate Object")) {
      return "a comma or } is missing before " + found;
    }
    if (message.contains("colon to separate")) {
      return "a colon is missing before " + found;
    }
    if (message.contains("close marker")) {
      return message.contains("no open")
          ? found + " closes nothing"
          : (found.equals("}") ? "a ]" : "a }") + " is missing before " + found;
    }
    if (message.contains("Illegal unquoted character")) {
      return "a line end or control character inside a string must be written as \\n, \\t or \\u…";
    }
    if (message.contains("character escape")) {
      return "a \\ inside a string must be followed by one of \" \\ / b f n r t u, or be written \\\\";
    }
    if (message.contains("hex-digit")) {
      return "\\u must be followed by four hexadecimal digits";
    }
    if (message.contains("Leading zeroes")) {
      return "a number must not start with 0 unless it is 0 or 0.…";
    }
    if (message.contains("in numeric value") || message.contains("numeric value")) {
      return "a number must look like 12, -3.5 or 1e6";
    }
    return valueExpected(found);
  }

  private static String nameExpected(String found) {
    return switch (found) {
      case "}" -> "there is a comma too many before }";
      case "," -> "there is a comma too many";
      case "'" -> "names stand in double quotes, not in single ones";
      default -> "a name in double quotes is expected, not " + found;
    };
  }

  private static String valueExpected(String found) {
    return switch (found) {
      case "]" -> "there is a comma too many before ]";
      case "}", "," -> "a value is missing before " + found;
      case "'" -> "text stands in double quotes, not in single ones";
      default -> {
        boolean word = Character.isLetter(found.codePointAt(0));
        yield found + " is no JSON value" + (word ? "; text stands in double quotes" : "");
      }
    };
  }

  /// The word or the single character at this place.
  private static String found(String text, int offset) {
    if (offset >= text.length()) {
      return "the end of the text";
    }
    int end = offset;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    if (end == offset) {
      int character = text.codePointAt(offset);
      return character < ' ' ? "a control character" : Character.toString(character);
    }
    return shorten(text.substring(offset, end));
  }

  static String shorten(String text) {
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
  }

  private static Position end(String text) {
    return position(text, text.length());
  }

  /// Where the nesting passes the limit; the parser does not say. Brackets inside strings may count
  /// too, then the place is a little early.
  private static Position deepest(String text) {
    int depth = 0;
    for (int index = 0; index < text.length(); index++) {
      switch (text.charAt(index)) {
        case '[', '{' -> depth++;
        case ']', '}' -> depth--;
        default -> {}
      }
      if (depth > JsonLimits.NESTING_MAX) {
        return position(text, index);
      }
    }
    return Position.START;
  }

  private static Position position(String text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int index = 0; index < offset; index++) {
      if (text.charAt(index) == '\n') {
        line++;
        lineStart = index + 1;
      }
    }
    return new Position(line, offset - lineStart + 1);
  }
}
