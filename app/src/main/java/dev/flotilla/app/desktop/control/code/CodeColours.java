package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.control.code.CodeStyles.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/// Gives a text its colours. A long one is coloured after an edit only where tokens differ from
/// before: the control moves the others along, and colouring all of it takes longer than a key may.
/// What the control does not tell, such as text that is replaced by itself, can then keep a wrong
/// colour until the field is left.
final class CodeColours {
  /// Up to this length everything is coloured each time.
  private static final int SHORT_MAX = 16 * 1024;

  private final CodeArea area;
  private List<JsonToken> tokens = List.of();
  private List<Piece> pieces = List.of();
  private int length;

  // What was put in since: it has the looks of its neighbour, whatever it is.
  private int dirtyFrom = Integer.MAX_VALUE;
  private int dirtyTo;

  CodeColours(CodeArea area) {
    this.area = area;
  }

  /// Notes an edit.
  void edited(PlainTextChange change) {
    dirtyFrom = Math.min(dirtyFrom, change.getPosition());
    dirtyTo = Math.max(dirtyTo, change.getInsertionEnd());
  }

  /// Colours everything again.
  void renew() {
    paint(0, length);
  }

  /// Shows the tokens and the pieces of the text in the control, which has `newLength` characters.
  void show(int newLength, List<JsonToken> newTokens, List<Piece> newPieces) {
    boolean known = newLength == length && newTokens.equals(tokens) && newPieces.equals(pieces);
    if (newLength <= SHORT_MAX) {
      tokens = newTokens;
      pieces = newPieces;
      length = newLength;
      // Walking through a text changes nothing.
      if (!known || dirtyTo > 0) {
        renew();
      }
      forgetEdits();
      return;
    }
    int delta = newLength - length;
    int prefix = prefix(newTokens);
    int suffix = suffix(newTokens, prefix, delta);
    int from = prefix == 0 ? 0 : newTokens.get(prefix - 1).end();
    int to = suffix == 0 ? newLength : newTokens.get(newTokens.size() - suffix).start();
    List<Piece> oldPieces = moved(to - delta, delta);
    tokens = newTokens;
    pieces = newPieces;
    length = newLength;
    if (delta != 0 || prefix + suffix < newTokens.size()) {
      paint(from, to);
    }
    paint(dirtyFrom, dirtyTo);
    forgetEdits();
    for (Piece piece : differing(oldPieces)) {
      paint(piece.start(), piece.end());
    }
  }

  private void forgetEdits() {
    dirtyFrom = Integer.MAX_VALUE;
    dirtyTo = 0;
  }

  /// How many tokens are as before, from the front.
  private int prefix(List<JsonToken> newTokens) {
    int limit = Math.min(tokens.size(), newTokens.size());
    int count = 0;
    while (count < limit && tokens.get(count).equals(newTokens.get(count))) {
      count++;
    }
    return count;
  }

  /// How many tokens behind the first ones are as before, from the end.
  private int suffix(List<JsonToken> newTokens, int prefix, int delta) {
    int limit = Math.min(tokens.size(), newTokens.size()) - prefix;
    int count = 0;
    while (count < limit) {
      JsonToken older = tokens.get(tokens.size() - 1 - count);
      var moved = new JsonToken(older.kind(), older.start() + delta, older.end() + delta);
      if (!moved.equals(newTokens.get(newTokens.size() - 1 - count))) {
        break;
      }
      count++;
    }
    return count;
  }

  private List<Piece> moved(int behind, int delta) {
    return pieces.stream()
        .map(piece ->
            piece.start() >= behind
                ? new Piece(piece.start() + delta, piece.end() + delta, piece.styleClass())
                : piece)
        .toList();
  }

  private Set<Piece> differing(List<Piece> oldPieces) {
    Set<Piece> differing = new HashSet<>(oldPieces);
    pieces.forEach(piece -> {
      if (!differing.remove(piece)) {
        differing.add(piece);
      }
    });
    return differing;
  }

  private void paint(int start, int end) {
    int from = Math.clamp(start, 0, length);
    int to = Math.clamp(end, from, length);
    if (from < to) {
      List<JsonToken> within = new ArrayList<>();
      for (int i = firstBehind(from); i < tokens.size() && tokens.get(i).start() < to; i++) {
        JsonToken token = tokens.get(i);
        within.add(
            new JsonToken(
                token.kind(),
                Math.max(token.start(), from) - from,
                Math.min(token.end(), to) - from));
      }
      List<Piece> over = new ArrayList<>();
      for (Piece piece : pieces) {
        if (piece.start() < to && piece.end() > from) {
          over.add(
              new Piece(
                  Math.max(piece.start(), from) - from,
                  Math.min(piece.end(), to) - from,
                  piece.styleClass()));
        }
      }
      area.setStyleSpans(from, CodeStyles.of(to - from, within, over));
    }
  }

  /// The first token that ends behind an offset.
  private int firstBehind(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
