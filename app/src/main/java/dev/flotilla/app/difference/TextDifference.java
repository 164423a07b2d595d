package dev.flotilla.app.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a text differs from another one, by words.
///
/// Cost: with the length of the texts and the number of differences (Myers 1986); where very many
/// words differ, all between the first and the last of them do.
public final class TextDifference {
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
    boolean[] isOwn = new boolean[own.size()];
    for (WordChanges.Change change : WordChanges.of(others, own)) {
      Arrays.fill(isOwn, change.newFrom(), change.newTo(), true);
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
