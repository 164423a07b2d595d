package dev.flotilla.openfeature.json;

/// JSON as people keep it in files: with `//` and `/* */` comments, and a comma after the last
/// member. Safe for use by many threads.
public final class JsonComments {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private JsonComments() {}

  /// The text with a blank for each character of a comment, and for each comma before a closing
  /// bracket. What is left stands where it stood, so places in it are places in `text`. A text
  /// without any of this is returned as it is. Cost: O(length).
  public static String blanked(String text) {
    if (text.indexOf('/') < 0 && !hasTrailingComma(text) && !startsWithMark(text)) {
      return text;
    }
    var out = new StringBuilder(text);
    if (startsWithMark(text)) {
      out.setCharAt(0, ' ');
    }
    blankComments(out);
    blankTrailingCommas(out);
    return out.toString();
  }

  private static boolean startsWithMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  private static void blankComments(StringBuilder out) {
    int index = 0;
    while (index < out.length()) {
      if (out.charAt(index) == '"') {
        index = endOfString(out, index);
      } else {
        int end = endOfComment(out, index);
        blank(out, index, end);
        index = Math.max(index + 1, end);
      }
    }
  }

  /// Where the comment that starts here ends; `index` if none starts here.
  private static int endOfComment(CharSequence text, int index) {
    if (text.charAt(index) != '/' || index + 1 == text.length()) {
      return index;
    }
    return switch (text.charAt(index + 1)) {
      case '/' -> endOfLine(text, index);
      case '*' -> endOfBlock(text, index);
      default -> index;
    };
  }

  private static int endOfLine(CharSequence text, int from) {
    int index = from;
    while (index < text.length() && text.charAt(index) != '\n' && text.charAt(index) != '\r') {
      index++;
    }
    return index;
  }

  // A comment that does not end is left for the parser to complain about.
  private static int endOfBlock(CharSequence text, int from) {
    for (int index = from + 2; index + 1 < text.length(); index++) {
      if (text.charAt(index) == '*' && text.charAt(index + 1) == '/') {
        return index + 2;
      }
    }
    return from;
  }

  private static void blank(StringBuilder out, int from, int to) {
    for (int index = from; index < to; index++) {
      char c = out.charAt(index);
      if (c != '\n' && c != '\r') {
        out.setCharAt(index, ' ');
      }
    }
  }

  private static boolean hasTrailingComma(CharSequence text) {
    int comma = -1;
    int index = 0;
    while (index < text.length()) {
      char c = text.charAt(index);
      if (c == '"') {
        index = endOfString(text, index);
        comma = -1;
        continue;
      }
      if (comma >= 0 && (c == '}' || c == ']')) {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        comma = c == ',' ? index : -1;
      }
      index++;
    }
    return false;
  }

  // Only one that follows a value: `[,]` stays wrong.
  private static void blankTrailingCommas(StringBuilder out) {
    int comma = -1;
    char before = '{';
    int index = 0;
    while (index < out.length()) {
      char c = out.charAt(index);
      if (c == '"') {
        index = endOfString(out, index);
        comma = -1;
        before = c;
        continue;
      }
      if (comma >= 0 && (c == '}' || c == ']')) {
        out.setCharAt(comma, ' ');
      }
      if (!Character.isWhitespace(c)) {
        comma = c == ',' && "{[,:".indexOf(before) < 0 ? index : -1;
        before = c;
      }
      index++;
    }
  }

  /// The index after the string that starts at `quote`; the end of the text if it does not end.
  private static int endOfString(CharSequence text, int quote) {
    int index = quote + 1;
    while (index < text.length()) {
      char c = text.charAt(index);
      if (c == '\\') {
        index++;
      } else if (c == '"') {
        return index + 1;
      }
      index++;
    }
    return text.length();
  }
}
