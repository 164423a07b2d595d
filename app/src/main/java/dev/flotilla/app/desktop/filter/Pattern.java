package dev.flotilla.app.desktop.filter;

import java.util.List;
import java.util.Locale;

/// A text with `*` for anything, upper and lower case alike.
///
/// @param text in lower case
public record Pattern(String text) {
  /// What stands for "has none".
  static final String NONE = "none";

  public Pattern {
    text = text.toLowerCase(Locale.ROOT);
  }

  /// A text, or for a beginning everything that starts with it.
  static Pattern of(String text, boolean beginning) {
    return new Pattern(beginning && !text.endsWith("*") && !isNone(text) ? text + "*" : text);
  }

  private static boolean isNone(String text) {
    return text.equalsIgnoreCase(NONE);
  }

  /// The text as it was typed, up to case.
  String shown() {
    return text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
  }

  boolean isNone() {
    return isNone(text);
  }

  /// Whether the pattern is all of `candidate`. Cost: linear for one star.
  boolean fits(String candidate) {
    String lower = candidate.toLowerCase(Locale.ROOT);
    if (text.indexOf('*') < 0) {
      return lower.equals(text);
    }
    List<String> parts = List.of(text.split("\\*", -1));
    if (!lower.startsWith(parts.getFirst())) {
      return false;
    }
    int at = parts.getFirst().length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = lower.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return lower.length() - at >= parts.getLast().length() && lower.endsWith(parts.getLast());
  }

  /// Whether the pattern, or for one with no star but at its end its text, is somewhere in
  /// `candidate`.
  boolean isIn(String candidate) {
    String word = shown();
    return word.indexOf('*') < 0
        ? candidate.toLowerCase(Locale.ROOT).contains(word)
        : fits(candidate);
  }
}
