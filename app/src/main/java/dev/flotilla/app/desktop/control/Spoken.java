package dev.flotilla.app.desktop.control;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is seen, for those who hear it: a screen reader says of a row one text, and knows nothing
/// of the labels in it.
public final class Spoken {
  private static final String NEXT = ", ";

  private Spoken() {}

  /// The words that are seen in a node, in their order. Icons and initials stand beside words that
  /// say the same, and buttons speak for themselves.
  public static String of(@Nullable Node node) {
    if (node == null
        || !node.isVisible()
        || node instanceof FontIcon
        || node instanceof Avatar
        || node instanceof ButtonBase) {
      return "";
    }
    String name = node.getAccessibleText();
    if (name != null && !name.isBlank()) {
      return name;
    }
    if (node instanceof Labeled labeled) {
      String text = labeled.getText();
      return text == null || text.isBlank() ? of(labeled.getGraphic()) : text;
    }
    return switch (node) {
      case Text text -> text.getText();
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(Spoken::of)
              .filter(words -> !words.isBlank())
              .collect(Collectors.joining(NEXT));
      default -> "";
    };
  }

  /// Words after one another; empty ones are left out.
  public static String join(String... words) {
    return Arrays.stream(words).filter(word -> !word.isBlank()).collect(Collectors.joining(NEXT));
  }
}
