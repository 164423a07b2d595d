package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/// What can be done in the window whatever its middle shows, and the keys for it. A field that is
/// being typed into keeps its own keys.
final class WindowCommands {
  private final ShellViewModel shell;
  private final WorkspaceWindow window;
  private final Texts texts;

  WindowCommands(ShellViewModel shell, WorkspaceWindow window, Texts texts) {
    this.shell = shell;
    this.window = window;
    this.texts = texts;
  }

  /// Lets the keys of all commands work anywhere in the window but under a dialog.
  void install() {
    window.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!window.modal().isDisplay()) {
            window
                .commands()
                .on(event)
                .ifPresent(command -> {
                  command.run().run();
                  event.consume();
                });
          }
        });
  }

  List<Command> all() {
    return List.of(
        command("go-flags", Group.GO, "command.go.flags", Feather.FLAG, () -> go(Section.FLAGS))
            .on("Shortcut+1"),
        command("go-tag-sets", Group.GO, "command.go.tagSets", Feather.TAG, window::showTagSets)
            .on("Shortcut+2"),
        command("find", Group.GO, "command.find", Feather.SEARCH, window::focusSearch)
            .on("Shortcut+F"),
        command("new-flag", Group.FLAGS, "command.newFlag", Feather.PLUS, window::newFlag)
            .on("Shortcut+N"),
        command("undo", Group.EDIT, "command.undo", Feather.CORNER_UP_LEFT, this::undo)
            .on("Shortcut+Z")
            .when(() -> !isTyping()),
        command("delete", Group.EDIT, "command.delete", Feather.TRASH_2, this::delete)
            .on("Delete")
            .when(this::canDelete),
        command("import", Group.TRANSFER, "command.import", Feather.DOWNLOAD, window::importFile)
            .on("Shortcut+I"),
        command("export", Group.TRANSFER, "command.export", Feather.UPLOAD, window::exportFile)
            .on("Shortcut+Shift+E"),
        command("edit-flag", Group.FLAGS, "command.editFlag", Feather.EDIT_2, this::editFlag)
            .on("Shortcut+E")
            .when(() -> !shell.flags().selectedProperty().get().isEmpty()),
        command("invite", Group.TEAM, "command.invite", Feather.USER_PLUS, window::invite),
        command(
            "conflicts", Group.TEAM, "command.conflicts", Feather.GIT_MERGE, window::showConflicts),
        command("peers", Group.TEAM, "command.peers", Feather.USERS, window::showPeers),
        command("close-panel", Group.WINDOW, "command.closePanel", Feather.X, this::closePanel)
            .on("Esc"),
        command("next-pane", Group.WINDOW, "command.nextPane", Feather.COLUMNS, this::nextPane)
            .on("F6"));
  }

  private Command command(String id, Group group, String key, Feather icon, Runnable run) {
    return Command.of(id, group, texts.of(key), icon, run);
  }

  private void go(Section section) {
    shell.sectionProperty().set(section);
    window.focusPage();
  }

  private void editFlag() {
    window.editFlag(shell.flags().selectedProperty().get());
  }

  private void undo() {
    shell.model().undo();
  }

  private boolean canDelete() {
    return inTable() && !shell.flags().selectedProperty().get().isEmpty();
  }

  private void delete() {
    shell.flags().deleteSelected();
  }

  private void closePanel() {
    shell.closePanel();
    window.focusPage();
  }

  private boolean isTyping() {
    Node owner = window.getScene().getFocusOwner();
    return owner instanceof TextInputControl || owner instanceof CodeArea;
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
