package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.control.Avatar;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Looks for rows, cells and cards that do not say what is seen in them.
final class SpokenRows {
  private SpokenRows() {}

  static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (isRow(node)) {
      Object spoken = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
      List<String> seen = new ArrayList<>();
      see(node, seen);
      seen.removeIf(text -> spoken != null && spoken.toString().contains(text));
      if (spoken == null || spoken.toString().isBlank() || !seen.isEmpty()) {
        found.add(node.getClass().getSimpleName() + " says " + spoken + ", but not " + seen);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  static long count(Node node) {
    long inside =
        node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().mapToLong(SpokenRows::count).sum()
            : 0;
    return inside + (isRow(node) ? 1 : 0);
  }

  private static boolean isRow(Node node) {
    return node instanceof IndexedCell<?> cell
        ? !cell.isEmpty()
        : node.getAccessibleRole() == AccessibleRole.LIST_ITEM;
  }

  private static void see(Node node, List<String> seen) {
    if (!node.isVisible()
        || node instanceof FontIcon
        || node instanceof Avatar
        || node instanceof ButtonBase) {
      return;
    }
    if (node instanceof Labeled labeled && !(node instanceof IndexedCell<?>)) {
      add(labeled.getText(), seen);
    } else if (node instanceof Text text) {
      if (text.getStyleClass().contains("palette-hit")) {
        return;
      }
      add(text.getText(), seen);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> see(child, seen));
    }
  }

  /// "+2" stands for words that there is no room for.
  private static void add(String text, List<String> seen) {
    if (text != null && !text.isBlank() && !text.startsWith("+")) {
      seen.add(text.strip());
    }
  }
}
