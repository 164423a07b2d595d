package dev.flotilla.openfeature.json.patch;

/// Blanks, line ends and comments between the parts of a text.
final class Trivia {
  private Trivia() {}

  /// The index of the first character from here that is neither blank nor comment.
  static int skip(String text, int from) {
    int index = from;
    while (index < text.length()) {
      int next = isBlank(text.charAt(index)) ? index + 1 : afterComment(text, index);
      if (next == index) {
        return index;
      }
      index = next;
    }
    return index;
  }

  /// The end of the line if nothing but blanks and comments is left on it; otherwise `from`.
  static int restOfLine(String text, int from) {
    int index = from;
    while (index < text.length() && !isLineEnd(text.charAt(index))) {
      int next = isBlank(text.charAt(index)) ? index + 1 : afterComment(text, index);
      if (next == index) {
        return from;
      }
      index = next;
    }
    return index;
  }

  /// The start of what belongs to whatever follows: after the last empty line that a comment stands
  /// before. 0 if all of it does.
  static int attached(String trivia) {
    int from = 0;
    boolean comment = false;
    int index = 0;
    while (index < trivia.length()) {
      int next = afterComment(trivia, index);
      if (next > index) {
        comment = true;
        index = next;
        continue;
      }
      if (comment && trivia.charAt(index) == '\n' && isEmptyLine(trivia, index + 1)) {
        from = index + 1;
      }
      index++;
    }
    return from;
  }

  /// The blanks after the last line end; of a trivia without line end all of its leading blanks.
  static String indent(String trivia) {
    int start = trivia.lastIndexOf('\n') + 1;
    int end = start;
    while (end < trivia.length() && (trivia.charAt(end) == ' ' || trivia.charAt(end) == '\t')) {
      end++;
    }
    return trivia.substring(start, end);
  }

  static boolean hasLineEnd(String trivia) {
    return trivia.indexOf('\n') >= 0;
  }

  /// Whether nothing of it stands on the line that it begins on.
  static boolean startsOnNextLine(String trivia) {
    return isEmptyLine(trivia, 0);
  }

  private static boolean isEmptyLine(String text, int from) {
    int index = from;
    while (index < text.length() && isBlank(text.charAt(index))) {
      if (text.charAt(index) == '\n') {
        return true;
      }
      index++;
    }
    return false;
  }

  private static int afterComment(String text, int index) {
    if (text.startsWith("//", index)) {
      int end = index;
      while (end < text.length() && !isLineEnd(text.charAt(end))) {
        end++;
      }
      return end;
    }
    if (text.startsWith("/*", index)) {
      int end = text.indexOf("*/", index + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return index;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
