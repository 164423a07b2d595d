package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.control.code.JsonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Takes a text apart as far as colours and brackets need it. Never fails: while somebody types,
/// the text is not JSON most of the time. One pass, O(length).
final class JsonTokens {
  private static final Set<String> WORDS = Set.of("true", "false", "null");

  private final String text;
  private final List<JsonToken> tokens = new ArrayList<>();

  private JsonTokens(String text) {
    this.text = text;
  }

  /// The tokens of a text in their order; blanks are between them.
  static List<JsonToken> of(String text) {
    var reader = new JsonTokens(text);
    int at = 0;
    while (at < text.length()) {
      at = reader.next(at);
    }
    return reader.tokens;
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return at + 1;
    }
    if (c == '"') {
      return string(at);
    }
    if ("{}[],:".indexOf(c) >= 0) {
      return add(Kind.SIGN, at, at + 1);
    }
    int end = at + 1;
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    return add(kindOfWord(text.substring(at, end)), at, end);
  }

  private int string(int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
    }
    boolean closed = end < text.length() && text.charAt(end) == '"';
    int after = Math.min(closed ? end + 1 : end, text.length());
    return add(isBeforeColon(after) ? Kind.NAME : Kind.STRING, at, after);
  }

  private boolean isBeforeColon(int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == ':';
  }

  private static Kind kindOfWord(String word) {
    if (WORDS.contains(word)) {
      return Kind.WORD;
    }
    char first = word.charAt(0);
    return first == '-' || Character.isDigit(first) ? Kind.NUMBER : Kind.STRANGE;
  }

  private static boolean isPartOfWord(char c) {
    return !Character.isWhitespace(c) && "{}[],:\"".indexOf(c) < 0;
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new JsonToken(kind, start, end));
    return end;
  }

  /// Where the bracket is that belongs to the one at `at`; none if there is no bracket or it has no
  /// partner.
  static OptionalInt partner(String text, List<JsonToken> tokens, int at) {
    int index = indexOfSign(tokens, at);
    if (index < 0) {
      return OptionalInt.empty();
    }
    int step = "{[".indexOf(text.charAt(at)) >= 0 ? 1 : "}]".indexOf(text.charAt(at)) >= 0 ? -1 : 0;
    if (step == 0) {
      return OptionalInt.empty();
    }
    int depth = 0;
    for (int i = index; i >= 0 && i < tokens.size(); i += step) {
      var token = tokens.get(i);
      if (token.kind() == Kind.SIGN) {
        char c = text.charAt(token.start());
        depth += "{[".indexOf(c) >= 0 ? step : "}]".indexOf(c) >= 0 ? -step : 0;
        if (depth == 0) {
          return isPair(text.charAt(at), c) ? OptionalInt.of(token.start()) : OptionalInt.empty();
        }
      }
    }
    return OptionalInt.empty();
  }

  private static int indexOfSign(List<JsonToken> tokens, int at) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var token = tokens.get(middle);
      if (token.start() == at) {
        return token.kind() == Kind.SIGN ? middle : -1;
      }
      if (token.start() < at) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static boolean isPair(char one, char other) {
    String pair = "" + one + other;
    return pair.equals("{}") || pair.equals("}{") || pair.equals("[]") || pair.equals("][");
  }
}
