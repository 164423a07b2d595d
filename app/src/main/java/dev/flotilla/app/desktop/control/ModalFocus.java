package dev.flotilla.app.desktop.control;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/// The keyboard while a modal pane shows something: it goes in there however that was opened, Tab
/// comes round again instead of leaving for what lies below, and afterwards it is back where it
/// was.
///
/// The pane itself only hides what lies below from the pointer, and hears Esc only if the keyboard
/// is in it. Thread: FX.
public final class ModalFocus {
  private final ModalPane pane;
  private final Runnable otherwise;
  private @Nullable Node before;

  private ModalFocus(ModalPane pane, Runnable otherwise) {
    this.pane = pane;
    this.otherwise = otherwise;
  }

  /// Keeps the keyboard in `pane` from now on. `otherwise` moves it if, when the pane closes, what
  /// had it before is gone.
  public static void keepIn(ModalPane pane, Runnable otherwise) {
    ModalFocus focus = new ModalFocus(pane, otherwise);
    pane.displayProperty()
        .subscribe((_, shown) -> {
          if (shown) {
            focus.enter();
          } else {
            focus.leave();
          }
        });
    pane.contentProperty().subscribe((_, _) -> focus.enter());
    pane.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe((old, owner) -> focus.moved(old, owner));
  }

  private void enter() {
    Scene scene = pane.getScene();
    if (!pane.isDisplay() || scene == null) {
      return;
    }
    Node owner = scene.getFocusOwner();
    if (!isInside(owner)) {
      before = owner;
      begin();
    }
  }

  private void leave() {
    Node back = before;
    before = null;
    if (back != null && pane.getScene() != null && pane.getScene().equals(back.getScene())) {
      back.requestFocus();
    } else {
      otherwise.run();
    }
  }

  private void moved(@Nullable Node old, @Nullable Node owner) {
    if (pane.isDisplay() && owner != null && !isInside(owner)) {
      List<Node> stops = stops();
      if (stops.isEmpty()) {
        pane.requestFocus();
      } else {
        (stops.getFirst().equals(old) ? stops.getLast() : stops.getFirst()).requestFocus();
      }
    }
  }

  /// To a field or a button below it rather than to the cross in the corner.
  private void begin() {
    List<Node> stops = stops();
    stops.stream()
        .filter(stop -> !stop.getStyleClass().contains("icon-button"))
        .findFirst()
        .or(() -> stops.stream().findFirst())
        .orElse(pane)
        .requestFocus();
  }

  // Not the pane: what it scrolls its content with is a stop of its own, and does nothing.
  private boolean isInside(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(pane.getContent())) {
        return true;
      }
    }
    return false;
  }

  private List<Node> stops() {
    List<Node> found = new ArrayList<>();
    if (pane.getContent() != null) {
      collect(pane.getContent(), found);
    }
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    // Of buttons that exclude each other Tab leads to the chosen one.
    boolean byArrows =
        node instanceof ToggleButton toggle
            && toggle.getToggleGroup() != null
            && !toggle.isSelected();
    if (node.isFocusTraversable() && !byArrows) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
