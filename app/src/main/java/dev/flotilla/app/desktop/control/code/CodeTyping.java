package dev.flotilla.app.desktop.control.code;

import org.jspecify.annotations.Nullable;

/// What a key does beyond putting its character: closing brackets and quotes, stepping over one
/// that is there already, and going on at the same depth in the next line. Pure.
final class CodeTyping {
  private static final String STEP = "  ";

  /// What becomes of the selection, and where the caret goes, counted from its start.
  ///
  /// @param replaced how many characters after the selection are replaced with it
  record Typed(String text, int replaced, int caret) {}

  private CodeTyping() {}

  /// A character that is typed where nothing is selected; null for one that needs nothing.
  static @Nullable Typed character(String text, int caret, char typed) {
    boolean stepsOver = caret < text.length() && text.charAt(caret) == typed;
    return switch (typed) {
      case '}', ']' -> stepsOver ? new Typed("" + typed, 1, 1) : null;
      case '"' ->
          stepsOver ? new Typed("\"", 1, 1) : isOpen(text, caret) ? new Typed("\"\"", 0, 1) : null;
      case '{' -> isOpen(text, caret) ? new Typed("{}", 0, 1) : null;
      case '[' -> isOpen(text, caret) ? new Typed("[]", 0, 1) : null;
      default -> null;
    };
  }

  // Before a value that is there already, a pair would be in the way.
  private static boolean isOpen(String text, int caret) {
    boolean roomAfter =
        caret >= text.length()
            || Character.isWhitespace(text.charAt(caret))
            || "}],".indexOf(text.charAt(caret)) >= 0;
    return roomAfter && !isInString(text, caret);
  }

  private static boolean isInString(String text, int caret) {
    int start = text.lastIndexOf('\n', caret - 1) + 1;
    boolean in = false;
    for (int at = start; at < caret; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == '"') {
        in = !in;
      }
    }
    return in;
  }

  /// A new line at `caret`, one step deeper after an opening bracket.
  static Typed newLine(String text, int caret) {
    String indent = CodePlaces.indent(text, caret);
    int before = caret - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    boolean opened = before >= 0 && "{[".indexOf(text.charAt(before)) >= 0;
    String line = "\n" + indent + (opened ? STEP : "");
    boolean closes = caret < text.length() && "}]".indexOf(text.charAt(caret)) >= 0;
    return opened && closes
        ? new Typed(line + "\n" + indent, 0, line.length())
        : new Typed(line, 0, line.length());
  }
}
