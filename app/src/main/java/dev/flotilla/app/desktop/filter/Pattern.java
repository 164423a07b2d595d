package dev.flotilla.app.desktop.filter;

import java.util.List;
import java.util.Locale;

/// A text with `*` for anything, upper and lower case alike.
///
/// Asked of every flag at each keystroke, so that it makes no copies of what it is compared with.
///
/// @param text in lower case
public record Pattern(String text) {
  /// What stands for "has none".
  static final String NONE = "none";

  private static final char STAR = '*';

  public Pattern {
    text = text.toLowerCase(Locale.ROOT);
  }

  /// A text, or for a beginning everything that starts with it.
  static Pattern of(String text, boolean beginning) {
    return new Pattern(beginning && !text.endsWith("*") && !isNone(text) ? text + STAR : text);
  }

  private static boolean isNone(String text) {
    return text.equalsIgnoreCase(NONE);
  }

  /// The text as it was typed, up to case and the star at its end.
  String shown() {
    return text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
  }

  boolean isNone() {
    return isNone(text);
  }

  /// Whether the pattern is all of `candidate`. Cost: linear for one star.
  boolean fits(String candidate) {
    int star = text.indexOf(STAR);
    if (star < 0) {
      return candidate.equalsIgnoreCase(text);
    }
    return star == text.length() - 1
        ? candidate.regionMatches(true, 0, text, 0, star)
        : fitsParts(candidate.toLowerCase(Locale.ROOT));
  }

  private boolean fitsParts(String lower) {
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
    int length = text.endsWith("*") ? text.length() - 1 : text.length();
    int star = text.indexOf(STAR);
    boolean part = star < 0 || star == length;
    return part ? contains(candidate, length) : fits(candidate);
  }

  private boolean contains(String candidate, int length) {
    for (int at = 0; at <= candidate.length() - length; at++) {
      if (candidate.regionMatches(true, at, text, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
