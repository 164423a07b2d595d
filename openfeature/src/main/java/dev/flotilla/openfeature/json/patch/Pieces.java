package dev.flotilla.openfeature.json.patch;

import dev.flotilla.openfeature.json.patch.Span.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object or array cut into pieces that can be moved, left out and put between each other.
/// Joined in their order they are the text that they were cut from.
///
/// @param all one for each member or element
/// @param close what stands between the last one and the closing bracket
/// @param trailingComma whether a comma stands after the last one
record Pieces(List<Piece> all, String close, boolean trailingComma) {
  Pieces {
    all = List.copyOf(all);
  }

  /// @param lead blanks and comments before it
  /// @param head the name of a member with its colon and blanks; empty for an element
  /// @param value where the value stands
  /// @param gap what stands between the value and its comma
  /// @param tail the rest of the line after the comma, if it holds only blanks and comments
  record Piece(String lead, String head, Span value, String gap, String tail) {}

  static Pieces of(String text, Span container) {
    var all = new ArrayList<Piece>();
    int from = container.start() + 1;
    boolean comma = false;
    for (Entry entry : container.entries()) {
      var value = entry.value();
      int next = Trivia.skip(text, value.end());
      comma = text.charAt(next) == ',';
      int tailFrom = comma ? next + 1 : value.end();
      int end = Trivia.restOfLine(text, tailFrom);
      all.add(
          new Piece(
              text.substring(from, entry.start()),
              text.substring(entry.start(), value.start()),
              value,
              comma ? text.substring(value.end(), next) : "",
              text.substring(tailFrom, end)));
      from = end;
    }
    return new Pieces(all, text.substring(from, container.end() - 1), comma);
  }

  /// Whether each member stands on a line of its own.
  boolean onLines() {
    return all.stream().anyMatch(piece -> Trivia.hasLineEnd(piece.lead()));
  }

  /// Whether objects and arrays in here stand on one line each, so that a new one should, too.
  boolean ofOneLineEach(String text) {
    var containers =
        all.stream().map(Piece::value).filter(value -> !value.entries().isEmpty()).toList();
    return !containers.isEmpty()
        && containers.stream()
            .noneMatch(value -> Trivia.hasLineEnd(text.substring(value.start(), value.end())));
  }

  /// What to put before a new member: as little as stands before another one.
  String leadOfNew(String lineEnd, String indent) {
    @Nullable String shortest = null;
    for (int index = 0; index < all.size(); index++) {
      var lead = all.get(index).lead();
      boolean plain = lead.isBlank() && Trivia.hasLineEnd(lead);
      if (plain && (index > 0 || all.size() == 1) && isShorter(lead, shortest)) {
        shortest = lead;
      }
    }
    if (shortest != null) {
      return shortest;
    }
    for (var piece : all) {
      if (Trivia.hasLineEnd(piece.lead())) {
        return lineEnd + Trivia.indent(piece.lead());
      }
    }
    return lineEnd + indent;
  }

  private static boolean isShorter(String lead, @Nullable String than) {
    return than == null || lead.length() < than.length();
  }

  /// What stands between the name of a member and its value where nothing is said about it.
  String colon() {
    for (var piece : all) {
      int quote = piece.head().lastIndexOf('"');
      if (quote >= 0 && piece.head().indexOf('/', quote) < 0 && !Trivia.hasLineEnd(piece.head())) {
        return piece.head().substring(quote + 1);
      }
    }
    return ": ";
  }
}
