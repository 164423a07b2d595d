package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the pointer does in a diagram: points at marks, drags, turns the wheel.
///
/// Thread: FX.
final class DiagramPointer {
  private static final double ZOOM = 1.0035;

  private final Sight sight;
  private final Node node;
  private double lastX;
  private double lastY;
  private boolean dragging;

  DiagramPointer(Sight sight, Node node) {
    this.sight = sight;
    this.node = node;
    node.setOnMouseMoved(this::move);
    node.setOnMouseExited(_ -> sight.hover(null));
    node.setOnMousePressed(this::press);
    node.setOnMouseDragged(this::drag);
    node.setOnMouseReleased(this::release);
    node.setOnScroll(this::scroll);
  }

  private void move(MouseEvent event) {
    Optional<Mark> mark = sight.finder().at(event.getX(), event.getY());
    sight.hover(mark.orElse(null));
    node.setCursor(mark.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
  }

  private void press(MouseEvent event) {
    node.getParent().requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    dragging = false;
  }

  private void drag(MouseEvent event) {
    double dx = lastX - event.getX();
    double dy = lastY - event.getY();
    if (!dragging && Math.hypot(dx, dy) < 4) {
      return;
    }
    dragging = true;
    sight.hover(null);
    node.setCursor(Cursor.CLOSED_HAND);
    sight.viewport().pan(dx, dy);
    lastX = event.getX();
    lastY = event.getY();
    sight.redraw();
  }

  private void release(MouseEvent event) {
    node.setCursor(Cursor.DEFAULT);
    if (dragging || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Optional<Mark> mark = sight.finder().at(event.getX(), event.getY());
    if (mark.isEmpty()) {
      sight.leave();
    } else if (event.isShiftDown() || event.isShortcutDown()) {
      sight.compare(mark.get());
    } else {
      boolean again = sight.current().equals(mark);
      boolean beside =
          event.getX() < sight.viewport().lens().x(mark.get().column()) - MarkPainter.RADIUS - 2;
      if (beside && !mark.get().isRun() && sight.toggle(mark.get())) {
        return;
      }
      sight.select(mark.get());
      if (event.getClickCount() == 2 || (mark.get().isRun() && again)) {
        sight.toggle(mark.get());
      }
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      sight.viewport().zoom(Math.pow(ZOOM, event.getDeltaY()), event.getY());
    } else if (event.isShiftDown() && event.getDeltaX() == 0) {
      sight.viewport().pan(-event.getDeltaY(), 0);
    } else {
      sight.viewport().pan(-event.getDeltaX(), -event.getDeltaY());
    }
    sight.redraw();
    // What is below the pointer now is another mark.
    sight.hover(sight.finder().at(event.getX(), event.getY()).orElse(null));
    event.consume();
  }
}
