package dev.flotilla.model;

/// Checks on texts that every replica must be able to store and send.
final class WellFormed {
  private WellFormed() {}

  /// `text`, if it is well-formed Unicode of at most `bytesMax` bytes in UTF-8.
  static String text(String what, String text, int bytesMax) {
    // Every char takes a byte at least, so that a huge text is refused without a look at it.
    if (text.length() > bytesMax || ModelLimits.utf8Length(text) > bytesMax) {
      throw new IllegalArgumentException(what + " is longer than " + bytesMax + " bytes");
    }
    int lone = loneSurrogate(text);
    if (lone >= 0) {
      throw new IllegalArgumentException(what + " is not well-formed Unicode at " + lone);
    }
    return text;
  }

  /// `text`, if it can be a key: see [#text] and [ModelLimits#KEY_BYTES_MAX].
  static String key(String what, String text) {
    return text(what, text, ModelLimits.KEY_BYTES_MAX);
  }

  private static int loneSurrogate(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return -1;
  }
}
