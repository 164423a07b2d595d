package dev.flotilla.app.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.command.Commands;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.filter.SaveViewDialog;
import dev.flotilla.app.desktop.filter.SavedViews;
import dev.flotilla.app.desktop.flags.FlagTableView;
import dev.flotilla.app.desktop.flags.NewFlagDialog;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.peers.InviteDialog;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window of one workspace: sidebar, the section in the middle, the panel at the side, the
/// status bar, and dialogs over all of them.
///
/// Thread: FX.
public final class WorkspaceWindow extends StackPane implements AutoCloseable {
  private static final Insets TOAST_MARGIN = new Insets(0, 0, 46, 0);

  private final ShellViewModel shell;
  private final Desk desk;
  private final Texts texts;
  private final Runnable onSwitchWorkspace;
  private final ModalPane modal = new ModalPane();
  private final Commands commands = new Commands();
  private final TransferDialogs transfer;
  private final FlagsPage flags;
  private final Pages pages;
  private final SavedViews views;

  /// `onSwitchWorkspace` brings the chooser back.
  public WorkspaceWindow(WorkspaceModel model, Desk desk, Runnable onSwitchWorkspace) {
    this.desk = desk;
    this.texts = desk.texts();
    this.shell = new ShellViewModel(model, texts, desk.moments());
    this.onSwitchWorkspace = onSwitchWorkspace;
    this.views = new SavedViews(desk.settings(), workspaceId(model));
    this.transfer = new TransferDialogs(model, texts, modal);
    this.flags =
        new FlagsPage(
            new FlagsHeader(shell, texts, new HeaderWishes()),
            new FlagTableView(shell.flags(), texts, firstSteps()));
    this.pages = new Pages(shell, desk, new WindowFrame(), flags);
    setId("workspace-window");
    modal.setId("dialogs");
    // No animation: a dialog is there at once, also in pictures.
    modal.setInTransitionFactory(null);
    modal.setOutTransitionFactory(null);
    Toast toast = new Toast(model, texts);
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toast, TOAST_MARGIN);
    getChildren().addAll(frame(), toast, modal);
    WindowCommands own = new WindowCommands(shell, this, texts);
    commands.add(pages::commands);
    commands.add(own::all);
    own.install();
  }

  /// Everything that can be done in this window now.
  public Commands commands() {
    return commands;
  }

  ModalPane modal() {
    return modal;
  }

  /// Opens the dialog for a new flag.
  public void newFlag() {
    NewFlagDialog dialog = new NewFlagDialog(shell.model(), texts, shell::openFlag);
    show(dialog.build(this::closeDialog), dialog.firstField());
  }

  /// Opens the import dialog.
  public void importFile() {
    transfer.chooseImport(getScene().getWindow());
  }

  void exportFile() {
    transfer.showExport();
  }

  void focusSearch() {
    shell.sectionProperty().set(Section.FLAGS);
    flags.focusSearch();
  }

  void focusPage() {
    pages.current().focus();
  }

  /// Shows a flag in the editor.
  public void openFlag(String key) {
    shell.openFlag(key);
  }

  /// Shows a flag over the whole middle.
  public void editFlag(String key) {
    shell.editFlag(key);
    focusPage();
  }

  /// Shows the conflicts at the side.
  public void showConflicts() {
    shell.panelProperty().set(ShellViewModel.Panel.CONFLICTS);
  }

  /// Shows the peers at the side.
  public void showPeers() {
    shell.panelProperty().set(ShellViewModel.Panel.PEERS);
  }

  /// Shows the tag sets in the middle.
  public void showTagSets() {
    shell.sectionProperty().set(Section.TAG_SETS);
    shell.closePanel();
  }

  /// Import and export, also for files that come from elsewhere.
  public TransferDialogs transfer() {
    return transfer;
  }

  /// Opens the dialog with a new invitation.
  public void invite() {
    show(new InviteDialog(shell.model().open(), texts).build(this::closeDialog), null);
  }

  void closeDialog() {
    modal.hide(true);
    focusPage();
  }

  @Override
  public void close() {
    pages.close();
    shell.close();
  }

  private static String workspaceId(WorkspaceModel model) {
    return model.workspace().id().map(Object::toString).orElse("");
  }

  private Node frame() {
    BorderPane centre = new BorderPane(pages);
    centre.setTop(new NoticesView(shell.notices(), texts));
    BorderPane frame = new BorderPane(centre);
    frame.setLeft(
        new Sidebar(shell, texts, new SidebarWishes(), desk.theme().choiceProperty().get()));
    frame.setRight(new SidePanel(shell, texts, this::invite));
    frame.setBottom(new StatusLine(shell, texts));
    return frame;
  }

  private List<Node> firstSteps() {
    Button create = Buttons.primary("first-new-flag", texts.of("newFlag.button"));
    create.setOnAction(_ -> newFlag());
    Button importing = Buttons.plain("first-import", texts.of("import.button"));
    importing.setOnAction(_ -> importFile());
    return List.of(create, importing);
  }

  private void show(Dialog dialog, @Nullable Node first) {
    dialog.showIn(modal);
    if (first != null) {
      first.requestFocus();
    }
  }

  private final class WindowFrame implements Frame {
    @Override
    public void show(Dialog dialog, @Nullable Node first) {
      WorkspaceWindow.this.show(dialog, first);
    }

    @Override
    public void closeDialog() {
      WorkspaceWindow.this.closeDialog();
    }

    @Override
    public void show(Section section) {
      shell.sectionProperty().set(section);
      focusPage();
    }

    @Override
    public void openFlag(String key) {
      shell.openFlag(key);
    }

    @Override
    public void editFlag(String key) {
      WorkspaceWindow.this.editFlag(key);
    }

    @Override
    public void say(String sentence) {
      shell.model().say(sentence);
    }
  }

  private final class HeaderWishes implements FlagsHeader.Wishes {
    @Override
    public void newFlag() {
      WorkspaceWindow.this.newFlag();
    }

    @Override
    public void importFile() {
      WorkspaceWindow.this.importFile();
    }

    @Override
    public void exportFile() {
      WorkspaceWindow.this.exportFile();
    }

    @Override
    public void saveView() {
      new SaveViewDialog(views, texts, new WindowFrame())
          .show(shell.filter().queryProperty().get());
    }
  }

  private final class SidebarWishes implements Sidebar.Wishes {
    @Override
    public void switchWorkspace() {
      onSwitchWorkspace.run();
    }

    @Override
    public void addEnvironment() {
      EnvironmentDialog dialog = new EnvironmentDialog(shell, texts);
      show(dialog.build(WorkspaceWindow.this::closeDialog), dialog.firstField());
    }

    @Override
    public void invite() {
      WorkspaceWindow.this.invite();
    }

    @Override
    public void theme(ThemeChoice choice) {
      desk.theme().choiceProperty().set(choice);
    }
  }
}
