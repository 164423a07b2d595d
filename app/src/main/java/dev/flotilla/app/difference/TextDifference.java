package dev.flotilla.app.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// How a text differs from another one, by words.
///
/// Cost: with the length of the texts and the number of differences (Myers 1986); texts of more
/// than [#WORDS_MAX] words are not looked into.
public final class TextDifference {
  /// Longer texts differ as a whole.
  public static final int WORDS_MAX = 20_000;

  private TextDifference() {}

  /// A part of a text.
  ///
  /// @param isOwn whether the other text does not have it
  public record Piece(String text, boolean isOwn) {}

  /// The parts of `text`, in their order; put together they are the text.
  public static List<Piece> of(String text, String other) {
    List<String> own = Words.of(text);
    List<String> others = Words.of(other);
    if (own.isEmpty()) {
      return List.of();
    }
    if (own.size() + others.size() > WORDS_MAX) {
      return List.of(new Piece(text, !text.equals(other)));
    }
    boolean[] isOwn = new boolean[own.size()];
    for (AbstractDelta<String> delta : DiffUtils.diff(others, own).getDeltas()) {
      int from = delta.getTarget().getPosition();
      for (int at = from; at < from + delta.getTarget().size(); at++) {
        isOwn[at] = true;
      }
    }
    return pieces(own, isOwn);
  }

  private static List<Piece> pieces(List<String> words, boolean[] isOwn) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      piece.append(words.get(at));
      if (at + 1 == words.size() || isOwn[at + 1] != isOwn[at]) {
        pieces.add(new Piece(piece.toString(), isOwn[at]));
        piece.setLength(0);
      }
    }
    return pieces;
  }
}
