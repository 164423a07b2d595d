package dev.flotilla.app.desktop.control.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between lines and columns, which people read, and offsets, which a text control counts.
final class CodePlaces {
  private CodePlaces() {}

  /// The offset of a place; the nearest one there is where the text is shorter.
  static int offset(String text, int line, int column) {
    int start = 0;
    for (int passed = 1; passed < line; passed++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    return Math.min(start + column - 1, end < 0 ? text.length() : end);
  }

  /// The token at an offset or just before it; null where there is none.
  static @Nullable JsonToken around(List<JsonToken> tokens, int offset) {
    JsonToken before = null;
    for (var token : tokens) {
      if (token.start() > offset) {
        return before;
      }
      before = token;
      if (offset < token.end()) {
        return token;
      }
    }
    return before;
  }

  /// The offset in `newer` behind as many characters that are not blank as stand before `offset` in
  /// `older`: where a caret belongs when only blanks differ.
  static int sameInk(String older, int offset, String newer) {
    long ink = older.chars().limit(offset).filter(c -> !Character.isWhitespace(c)).count();
    int at = 0;
    while (ink > 0 && at < newer.length()) {
      if (!Character.isWhitespace(newer.charAt(at))) {
        ink--;
      }
      at++;
    }
    return at;
  }

  /// The blanks that a line starts with, up to `offset`.
  static String indent(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }
}
