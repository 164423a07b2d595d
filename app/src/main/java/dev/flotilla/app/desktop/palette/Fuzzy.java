package dev.flotilla.app.desktop.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/// How well typed letters fit a text. Every word that was typed must be there: as it is, or letter
/// by letter in its order. Beginnings of words count most, then letters that stand together, then
/// short texts; `nwf` finds "New flag" and `ckred` finds "checkout-redesign".
///
/// Immutable, any thread. Cost of a question: the length of the text times the words typed.
final class Fuzzy {
  /// How well it fits, higher is better, and which letters of the text were meant.
  record Match(int score, BitSet letters) {}

  private static final int WHOLE_WORD = 60;
  private static final int START_OF_TEXT = 40;
  private static final int START_OF_WORD = 24;
  private static final int TOGETHER = 12;
  private static final int LETTER = 2;
  private static final int GAP = -2;

  private final String[] words;

  Fuzzy(String typed) {
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    words = lower.isEmpty() ? new String[0] : lower.split("\\s+");
  }

  boolean asksNothing() {
    return words.length == 0;
  }

  /// The best match of all words in `text`; none if one is missing.
  Optional<Match> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    BitSet letters = new BitSet();
    int score = -text.length() / 4;
    for (String word : words) {
      int added = whole(lower, word, letters);
      if (added < 0) {
        added = scattered(lower, word, letters);
      }
      if (added < 0) {
        return Optional.empty();
      }
      score += added;
    }
    return Optional.of(new Match(score, letters));
  }

  /// The word as it is, at the best place; -1 if it is nowhere.
  private static int whole(String text, String word, BitSet letters) {
    int best = -1;
    int where = -1;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int score = WHOLE_WORD + word.length() * TOGETHER + start(text, at);
      if (score > best) {
        best = score;
        where = at;
      }
    }
    if (best >= 0) {
      letters.set(where, where + word.length());
    }
    return best;
  }

  /// Letter by letter, each at the start of a word if it can be; -1 if one is missing.
  private static int scattered(String text, String word, BitSet letters) {
    int[] places = new int[word.length()];
    int from = 0;
    int score = 0;
    for (int letter = 0; letter < word.length(); letter++) {
      int next = text.indexOf(word.charAt(letter), from);
      if (next < 0) {
        return -1;
      }
      boolean together = letter > 0 && next == places[letter - 1] + 1;
      if (!together) {
        int atStart = startingFrom(text, word.charAt(letter), from);
        // Only if the letters behind it can still be found.
        if (atStart >= 0 && follows(text, word, letter + 1, atStart + 1)) {
          next = atStart;
        }
      }
      places[letter] = next;
      score += LETTER + start(text, next);
      score += together ? TOGETHER : GAP * Math.min(8, next - from);
      from = next + 1;
    }
    Arrays.stream(places).forEach(letters::set);
    return Math.max(0, score);
  }

  private static int start(String text, int at) {
    return at == 0 ? START_OF_TEXT : startsWord(text, at) ? START_OF_WORD : 0;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static int startingFrom(String text, char letter, int from) {
    for (int at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
      if (startsWord(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean follows(String text, String word, int letter, int from) {
    int at = from;
    for (int next = letter; next < word.length(); next++) {
      at = text.indexOf(word.charAt(next), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
