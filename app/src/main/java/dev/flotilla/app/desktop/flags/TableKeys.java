package dev.flotilla.app.desktop.flags;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the table, which JavaFX's own would take for its own selection.
final class TableKeys {
  private final FlagTableView view;
  private final RowPicking picking;

  TableKeys(FlagTableView view, RowPicking picking) {
    this.view = view;
    this.picking = picking;
  }

  void installOn(Node table) {
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getTarget().equals(table) && press(event)) {
            event.consume();
          }
        });
  }

  private boolean press(KeyEvent event) {
    boolean range = event.isShiftDown();
    if (event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case UP -> move(-1, range);
      case DOWN -> move(1, range);
      case PAGE_UP -> move(-view.page(), range);
      case PAGE_DOWN -> move(view.page(), range);
      case HOME -> move(Integer.MIN_VALUE / 2, range);
      case END -> move(Integer.MAX_VALUE / 2, range);
      case LEFT -> aside(false);
      case RIGHT -> aside(true);
      case SPACE -> picking.press();
      case ENTER -> picking.open(!event.isShortcutDown());
      case A -> {
        if (!event.isShortcutDown()) {
          return false;
        }
        picking.all();
      }
      case ESCAPE -> {
        return picking.release();
      }
      case CONTEXT_MENU -> view.showMenu();
      case F10 -> {
        if (!range) {
          return false;
        }
        view.showMenu();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by, boolean range) {
    picking.move(by, range);
    view.reveal(picking.place());
  }

  private void aside(boolean right) {
    @Nullable String before = view.cursorEnvironment();
    picking.moveAside(view.shownEnvironments(), right);
    if (before == null
        ? view.cursorEnvironment() != null
        : !before.equals(view.cursorEnvironment())) {
      view.revealSwitch();
    }
  }
}
