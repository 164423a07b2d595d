package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.TextSize;
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
        command("palette", Group.GO, "command.palette", Feather.COMMAND, window::showPalette)
            .on("Shortcut+K"),
        command("go-flags", Group.GO, "command.go.flags", Feather.FLAG, () -> go(Section.FLAGS))
            .on("Shortcut+1"),
        command("go-tag-sets", Group.GO, "command.go.tagSets", Feather.TAG, window::showTagSets)
            .on("Shortcut+2"),
        command(
                "go-counters",
                Group.GO,
                "command.go.counters",
                Feather.HASH,
                () -> go(Section.COUNTERS))
            .on("Shortcut+3"),
        command(
                "go-history",
                Group.GO,
                "command.go.history",
                Feather.CLOCK,
                () -> go(Section.HISTORY))
            .on("Shortcut+4"),
        command(
                "go-conflicts",
                Group.GO,
                "command.go.conflicts",
                Feather.GIT_MERGE,
                () -> go(Section.CONFLICTS))
            .on("Shortcut+5"),
        command(
                "go-causality",
                Group.GO,
                "command.go.causality",
                Feather.GIT_BRANCH,
                () -> go(Section.CAUSALITY))
            .on("Shortcut+6"),
        command("find", Group.GO, "command.find", Feather.SEARCH, window::focusSearch)
            .on("Shortcut+F"),
        command("new-flag", Group.FLAGS, "command.newFlag", Feather.PLUS, window::newFlag)
            .on("Shortcut+N"),
        command("delete", Group.EDIT, "command.delete", Feather.TRASH_2, this::delete)
            .on("Delete")
            .when(this::canDelete),
        command("import", Group.TRANSFER, "command.import", Feather.DOWNLOAD, window::importFile)
            .on("Shortcut+I"),
        command("export", Group.TRANSFER, "command.export", Feather.UPLOAD, window::exportFile)
            .on("Shortcut+Shift+E"),
        command(
                "export-picked",
                Group.TRANSFER,
                "command.exportPicked",
                Feather.UPLOAD,
                window::exportPicked)
            .when(() -> !shell.flags().picked().isEmpty()),
        command("edit-flag", Group.FLAGS, "command.editFlag", Feather.EDIT_2, this::editFlag)
            .on("Shortcut+E")
            .when(() -> !shell.flags().selectedProperty().get().isEmpty()),
        command("invite", Group.TEAM, "command.invite", Feather.USER_PLUS, window::invite),
        command(
            "conflicts", Group.TEAM, "command.conflicts", Feather.GIT_MERGE, window::showConflicts),
        command("peers", Group.TEAM, "command.peers", Feather.USERS, window::showPeers),
        command("close-panel", Group.WINDOW, "command.closePanel", Feather.X, this::closePanel)
            .on("Esc"),
        command("sidebar", Group.WINDOW, "command.sidebar", Feather.SIDEBAR, window::toggleSidebar)
            .on("Shortcut+B"),
        command(
                "next-pane",
                Group.WINDOW,
                "command.nextPane",
                Feather.COLUMNS,
                () -> window.goToPane(1))
            .on("F6"),
        command(
                "previous-pane",
                Group.WINDOW,
                "command.previousPane",
                Feather.COLUMNS,
                () -> window.goToPane(-1))
            .on("Shift+F6"),
        command(
                "larger",
                Group.WINDOW,
                "command.larger",
                Feather.ZOOM_IN,
                () -> window.resizeText(TextSize::larger))
            .on("Shortcut+PLUS")
            .alsoOn("Shortcut+EQUALS")
            .alsoOn("Shortcut+Shift+EQUALS")
            .alsoOn("Shortcut+ADD"),
        command(
                "smaller",
                Group.WINDOW,
                "command.smaller",
                Feather.ZOOM_OUT,
                () -> window.resizeText(TextSize::smaller))
            .on("Shortcut+MINUS")
            .alsoOn("Shortcut+SUBTRACT"),
        command(
                "settings",
                Group.WINDOW,
                "command.settings",
                Feather.SETTINGS,
                window::showSettings)
            .on("Shortcut+COMMA"),
        command("guide", Group.WINDOW, "command.guide", Feather.MAP, window::showGuide),
        command("course", Group.WINDOW, "command.course", Feather.BOOK_OPEN, window::showCourse),
        command("help", Group.WINDOW, "command.help", Feather.HELP_CIRCLE, window::showHelp)
            .on("F1"));
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

  private boolean canDelete() {
    return inTable() && !shell.flags().picked().isEmpty();
  }

  private void delete() {
    window.deletePicked();
  }

  private void closePanel() {
    shell.closePanel();
    window.focusPage();
  }

  /// Whether a field has the keyboard, with an undo of its own.
  boolean isTyping() {
    Node owner = window.getScene().getFocusOwner();
    return owner instanceof TextInputControl || owner instanceof CodeArea;
  }

  private boolean inTable() {
    return window.getScene().getFocusOwner() instanceof TableView<?>;
  }
}
