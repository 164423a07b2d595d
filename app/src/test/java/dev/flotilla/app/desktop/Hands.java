package dev.flotilla.app.desktop;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/// What somebody in front of a window does: looks for a control, presses it, types into it. Waits
/// until it is there and can be used.
final class Hands {
  private final Stage stage;

  Hands(Stage stage) {
    this.stage = stage;
  }

  /// The node with this id. Ids may hold what a selector cannot. Thread: FX.
  Optional<Node> find(String id) {
    return search(stage.getScene().getRoot(), id);
  }

  /// Presses a button once it can be pressed.
  void press(String id) throws Exception {
    awaitUsable(id);
    UiTest.Fx.run(() -> ((ButtonBase) find(id).orElseThrow()).fire());
  }

  /// Types into a field, and leaves it by pressing elsewhere.
  void type(String id, String text) throws Exception {
    awaitUsable(id);
    UiTest.Fx.run(() -> {
      TextInputControl field = (TextInputControl) find(id).orElseThrow();
      field.requestFocus();
      field.setText(text);
      stage.getScene().getRoot().requestFocus();
    });
  }

  /// What a field holds once it holds anything.
  String read(String id) throws Exception {
    UiTest.Fx.await(id + " holds a text", () -> !text(id).isBlank());
    return UiTest.Fx.get(() -> text(id));
  }

  private String text(String id) {
    return find(id).map(node -> ((TextInputControl) node).getText()).orElse("");
  }

  private void awaitUsable(String id) throws Exception {
    UiTest.Fx.await(id, () -> find(id).filter(node -> !node.isDisabled()).isPresent());
  }

  private static Optional<Node> search(Node node, String id) {
    if (id.equals(node.getId())) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = search(child, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
