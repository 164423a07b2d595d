package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/// What keys do in a diagram: arrows go from mark to mark, with Shift they choose what is compared.
///
/// Thread: FX.
final class DiagramKeys {
  private static final double ZOOM = 1.25;

  private final Sight sight;

  DiagramKeys(Sight sight) {
    this.sight = sight;
  }

  void press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (isHandled(event)) {
      event.consume();
    }
  }

  private boolean isHandled(KeyEvent event) {
    Finder finder = sight.finder();
    boolean compares = event.isShiftDown();
    return switch (event.getCode()) {
      case UP -> go(mark -> finder.along(mark, -1), compares);
      case DOWN -> go(mark -> finder.along(mark, 1), compares);
      case LEFT -> go(mark -> finder.across(mark, -1), compares);
      case RIGHT -> go(mark -> finder.across(mark, 1), compares);
      case HOME -> go(mark -> finder.end(mark, true), compares);
      case END -> go(mark -> finder.end(mark, false), compares);
      case PAGE_UP -> page(-1);
      case PAGE_DOWN -> page(1);
      case SPACE -> page(compares ? -1 : 1);
      case ENTER -> sight.current().map(sight::toggle).orElse(false);
      case ESCAPE -> sight.leave();
      case PLUS, ADD, EQUALS -> zoom(ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM);
      case DIGIT0, NUMPAD0 -> zoom(Viewport.ROW / sight.viewport().rowHeight());
      default -> false;
    };
  }

  private interface Step {
    Mark from(Mark mark);
  }

  private boolean go(Step step, boolean compares) {
    Optional<Mark> start = compares ? sight.comparing() : sight.current();
    Optional<Mark> target = start.map(step::from).or(sight::newest);
    target.ifPresent(mark -> {
      if (compares && start.isPresent()) {
        sight.compare(mark);
      } else {
        sight.select(mark);
      }
      sight.reveal(mark);
    });
    return target.isPresent();
  }

  private boolean page(int by) {
    Viewport viewport = sight.viewport();
    viewport.pan(0, by * viewport.height() * 0.85);
    sight.redraw();
    return true;
  }

  private boolean zoom(double factor) {
    Viewport viewport = sight.viewport();
    double y =
        sight
            .current()
            .map(mark -> viewport.lens().y(mark.row()))
            .filter(at -> at >= 0 && at <= viewport.height())
            .orElse(viewport.height() / 2);
    viewport.zoom(factor, y);
    sight.redraw();
    return true;
  }
}
