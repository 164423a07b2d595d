package dev.flotilla.net.wire;

import java.nio.charset.StandardCharsets;

/// Texts of a peer that people will read: bounded, and without control characters that could fool a
/// terminal.
public final class WireText {
  private WireText() {}

  /// Whether `text` may travel.
  static String require(String text, int maxBytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw new IllegalArgumentException("a text of more than " + maxBytes + " bytes");
    }
    if (text.codePoints().anyMatch(WireText::isControl)) {
      throw new IllegalArgumentException("a text with control characters");
    }
    return text;
  }

  /// The longest beginning of `text` that may travel, control characters left out.
  public static String fit(String text, int maxBytes) {
    var fitted = new StringBuilder();
    var bytes = 0;
    for (var codePoint : text.strip().codePoints().toArray()) {
      if (isControl(codePoint)) {
        continue;
      }
      bytes += utf8Length(codePoint);
      if (bytes > maxBytes) {
        break;
      }
      fitted.appendCodePoint(codePoint);
    }
    return fitted.toString();
  }

  private static int utf8Length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }

  private static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
