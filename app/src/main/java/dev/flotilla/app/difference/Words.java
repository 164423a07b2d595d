package dev.flotilla.app.difference;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text as words, the gaps between them, and single signs.
final class Words {
  private static final Pattern WORD =
      Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}_]+|.", Pattern.DOTALL);

  private Words() {}

  /// The words of a text; put together they are the text again.
  static List<String> of(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
