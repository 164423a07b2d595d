package dev.flotilla.app.desktop.control.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The style classes of every piece of a text: what it is, whether something is wrong with it, and
/// whether it is one of two brackets that belong together.
final class CodeStyles {
  private static final Collection<String> PLAIN = List.of();

  private CodeStyles() {}

  /// A piece that stands out.
  record Piece(int start, int end, String styleClass) {}

  /// Of `length` characters with these tokens and pieces in them.
  static StyleSpans<Collection<String>> of(int length, List<JsonToken> tokens, List<Piece> pieces) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    int at = 0;
    for (var token : tokens) {
      spans.add(PLAIN, token.start() - at);
      spans.add(List.of(token.kind().styleClass()), token.end() - token.start());
      at = token.end();
    }
    spans.add(PLAIN, length - at);
    StyleSpans<Collection<String>> all = spans.create();
    for (var piece : pieces) {
      all = all.overlay(alone(piece, length), CodeStyles::both);
    }
    return all;
  }

  private static StyleSpans<Collection<String>> alone(Piece piece, int length) {
    return new StyleSpansBuilder<Collection<String>>()
        .add(PLAIN, piece.start())
        .add(Set.of(piece.styleClass()), piece.end() - piece.start())
        .add(PLAIN, length - piece.end())
        .create();
  }

  private static Collection<String> both(Collection<String> one, Collection<String> other) {
    if (other.isEmpty()) {
      return one;
    }
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
