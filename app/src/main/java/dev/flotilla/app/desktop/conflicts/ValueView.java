package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.difference.TextDifference;
import dev.flotilla.app.difference.TextDifference.Piece;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A value in which the words that another one does not have stand out: underlined, in a colour.
final class ValueView extends TextFlow {
  private ValueView(String text) {
    getStyleClass().add("value-words");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(text);
    setMinWidth(0);
  }

  /// @param isCode whether it is no prose
  static Node of(String text, String other, boolean isCode) {
    ValueView view = new ValueView(text);
    if (isCode) {
      view.getStyleClass().add("value-code");
    }
    List<Piece> pieces = TextDifference.of(text, other);
    // Where all is another there is nothing in it that stands out.
    boolean isLike = pieces.stream().anyMatch(one -> !one.isOwn() && !one.text().isBlank());
    for (Piece piece : pieces) {
      Text words = new Text(piece.text());
      words.getStyleClass().add(piece.isOwn() && isLike ? "word-own" : "word-shared");
      view.getChildren().add(words);
    }
    return view;
  }
}
