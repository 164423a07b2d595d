package dev.flotilla.app.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the window. A field that is being typed into keeps its own keys.
final class Shortcuts {
  private static final KeyCombination NEW =
      new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination IMPORT =
      new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination EXPORT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
  private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.ESCAPE);
  private static final KeyCombination NEXT_PANE = new KeyCodeCombination(KeyCode.F6);

  private final ShellViewModel shell;
  private final WorkspaceWindow window;

  Shortcuts(ShellViewModel shell, WorkspaceWindow window) {
    this.shell = shell;
    this.window = window;
  }

  void install() {
    window.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!window.modal().isDisplay() && run(event)) {
            event.consume();
          }
        });
  }

  private boolean run(KeyEvent event) {
    if (NEW.match(event)) {
      window.newFlag();
    } else if (FIND.match(event)) {
      window.focusSearch();
    } else if (IMPORT.match(event)) {
      window.importFile();
    } else if (EXPORT.match(event)) {
      window.exportFile();
    } else if (UNDO.match(event)) {
      return !isTyping() && undo();
    } else if (DELETE.match(event)) {
      return inTable() && delete();
    } else if (CLOSE.match(event)) {
      shell.closePanel();
      window.focusTable();
    } else if (NEXT_PANE.match(event)) {
      nextPane();
    } else {
      return false;
    }
    return true;
  }

  private boolean undo() {
    shell.model().undo();
    return true;
  }

  private boolean delete() {
    shell.flags().deleteSelected();
    return true;
  }

  private boolean isTyping() {
    return window.getScene().getFocusOwner() instanceof TextInputControl;
  }

  private boolean inTable() {
    return window.getScene().getFocusOwner() instanceof TableView<?>;
  }

  /// From the table to the panel, from there to the sidebar, and back to the table.
  private void nextPane() {
    Node owner = window.getScene().getFocusOwner();
    String wanted;
    if (isInside(owner, "flags-section")
        && shell.panelProperty().get() != ShellViewModel.Panel.CLOSED) {
      wanted = "#panel-close";
    } else if (isInside(owner, "side-panel") || isInside(owner, "flags-section")) {
      wanted = "#nav-flags";
    } else {
      wanted = "#flag-table";
    }
    Node target = window.lookup(wanted);
    if (target != null) {
      target.requestFocus();
    }
  }

  private static boolean isInside(Node node, String id) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (id.equals(at.getId())) {
        return true;
      }
    }
    return false;
  }
}
