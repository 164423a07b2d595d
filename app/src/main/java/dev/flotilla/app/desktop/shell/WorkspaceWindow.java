package dev.flotilla.app.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.causality.panel.EntitySeenView;
import dev.flotilla.app.desktop.command.Commands;
import dev.flotilla.app.desktop.command.HelpDialog;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.ModalFocus;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.environments.EnvironmentsView;
import dev.flotilla.app.desktop.filter.SaveViewDialog;
import dev.flotilla.app.desktop.filter.SavedViews;
import dev.flotilla.app.desktop.flags.FlagTableView;
import dev.flotilla.app.desktop.flags.NewFlagDialog;
import dev.flotilla.app.desktop.folders.FoldersView;
import dev.flotilla.app.desktop.guide.GuideView;
import dev.flotilla.app.desktop.guide.GuideViewModel;
import dev.flotilla.app.desktop.history.EntityHistoryView;
import dev.flotilla.app.desktop.history.PastBanner;
import dev.flotilla.app.desktop.history.PastCommands;
import dev.flotilla.app.desktop.live.Attention;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.page.Workspaces;
import dev.flotilla.app.desktop.peers.InviteDialog;
import dev.flotilla.app.desktop.session.TimeTravel;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.SettingsDialog;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.TextSize;
import dev.flotilla.app.desktop.undo.ReasonButton;
import dev.flotilla.app.desktop.undo.UndoDesk;
import dev.flotilla.model.EntityId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window of one workspace: sidebar, the section in the middle, the panel at the side, the
/// status bar, and dialogs over all of them.
///
/// Thread: FX.
public final class WorkspaceWindow extends StackPane implements AutoCloseable {
  private static final Insets TOAST_MARGIN = new Insets(0, 0, 46, 0);

  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final ShellViewModel shell;
  private final Desk desk;
  private final Texts texts;
  private final Workspaces workspaces;
  private final ModalPane modal = new ModalPane();
  private final Commands commands = new Commands();
  private final WindowWishes wishes;
  private final TransferDialogs transfer;
  private final FlagsPage flags;
  private final Pages pages;
  private final UndoDesk undo;
  private final Attention attention;
  private final SavedViews views;
  private final GuideViewModel guide;
  private final Sidebar sidebar;
  private final SidePanel panel;
  private final Panes panes;
  private final Remembered remembered;

  /// `workspaces` are the others of this machine.
  public WorkspaceWindow(WorkspaceModel model, Desk desk, Workspaces workspaces) {
    this.desk = desk;
    this.texts = desk.texts();
    this.shell = new ShellViewModel(model, texts, desk.moments());
    this.workspaces = workspaces;
    this.guide = new GuideViewModel(model, desk.settings(), texts);
    this.views = new SavedViews(desk.settings(), workspaceId(model));
    this.transfer = new TransferDialogs(model, texts, modal);
    this.wishes = new WindowWishes(this, shell);
    Frame frame = new WindowFrame(this, shell);
    this.flags =
        new FlagsPage(
            new FlagsHeader(shell, texts, wishes),
            new FlagTableView(shell.flags(), desk, frame, firstSteps()));
    WindowCommands own = new WindowCommands(shell, this, texts);
    this.undo = new UndoDesk(model, desk, frame, own::isTyping);
    model.onProtected(new ProtectedDialog(modal, frame, texts)::ask);
    this.pages = new Pages(shell, desk, frame, flags);
    this.panel =
        new SidePanel(
            shell,
            texts,
            this::invite,
            new SidePanel.FlagViews(
                key -> new EntityHistoryView(model, desk, frame, EntityId.flag(key)),
                key -> new EntitySeenView(shell.causality(), desk, frame, EntityId.flag(key))));
    this.sidebar = sidebar(frame);
    this.panes = panes();
    this.remembered = new Remembered(shell, desk.settings());
    setId("workspace-window");
    modal.setId("dialogs");
    // No animation: a dialog is there at once, also in pictures.
    modal.setInTransitionFactory(null);
    modal.setOutTransitionFactory(null);
    ModalFocus.keepIn(modal, this::focusPage);
    Toast toast = new Toast(model, texts);
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toast, TOAST_MARGIN);
    getChildren().addAll(panes, toast, modal);
    TimeTravel travel = model.timeTravel();
    commands.add(() -> PastCommands.of(travel, texts));
    commands.add(pages::commands);
    commands.add(own::all);
    commands.add(undo::commands);
    attention =
        new Attention(
            model.live(),
            this,
            shell.flags().selectedProperty().map(key -> key.isEmpty() ? null : EntityId.flag(key)));
    own.install();
    panes.restore(desk.settings());
    remembered.restore();
  }

  /// Everything that can be done in this window now.
  public Commands commands() {
    return commands;
  }

  ModalPane modal() {
    return modal;
  }

  /// Opens the command palette.
  public void showPalette() {
    new WindowPalette(shell, commands, views, desk).show(modal, this::closeDialog);
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

  void exportPicked() {
    transfer.showExport(Set.copyOf(shell.flags().picked()));
  }

  void focusSearch() {
    shell.sectionProperty().set(Section.FLAGS);
    flags.focusSearch();
  }

  void deletePicked() {
    flags.deletePicked();
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

  /// Shows a section in the middle.
  public void show(Section section) {
    shell.sectionProperty().set(section);
    focusPage();
  }

  /// Shows the conflicts at the side.
  public void showConflicts() {
    shell.panelProperty().set(ShellViewModel.Panel.CONFLICTS);
  }

  /// Shows the history of the selected flag at the side.
  public void showFlagHistory() {
    shell.panelProperty().set(ShellViewModel.Panel.HISTORY);
  }

  /// Shows who saw what of the selected flag at the side.
  public void showFlagSeen() {
    shell.panelProperty().set(ShellViewModel.Panel.SEEN);
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

  /// Shows the history in the middle.
  public void showHistory() {
    shell.sectionProperty().set(Section.HISTORY);
    shell.closePanel();
  }

  /// Shows who had seen what in the middle.
  public void showCausality() {
    show(Section.CAUSALITY);
    shell.closePanel();
  }

  /// Shows the two-minute course on who had seen what.
  public void showCourse() {
    showCausality();
    pages.showCourse();
  }

  /// Shows the conflicts in the middle.
  public void showInbox() {
    show(Section.CONFLICTS);
    shell.closePanel();
  }

  /// What the window shows and edits.
  public WorkspaceModel model() {
    return shell.model();
  }

  /// Import and export, also for files that come from elsewhere.
  public TransferDialogs transfer() {
    return transfer;
  }

  /// Opens the dialog with a new invitation.
  public void invite() {
    show(new InviteDialog(shell.model().open(), texts).build(this::closeDialog), null);
  }

  /// Opens the settings of the windows.
  public void showSettings() {
    SettingsDialog dialog =
        new SettingsDialog(desk.settings(), desk.theme(), texts, workspaces::rebuild);
    show(dialog.build(this::closeDialog), null);
  }

  /// Opens the list of all keys.
  public void showHelp() {
    HelpDialog dialog = new HelpDialog(commands.all(), texts);
    show(dialog.build(this::closeDialog), dialog.firstField());
  }

  /// Asks for a name for what is being looked for.
  void saveView() {
    new SaveViewDialog(views, texts, new WindowFrame(this, shell))
        .show(shell.filter().queryProperty().get());
  }

  /// Gives the keyboard to the next pane, or to the one before.
  void goToPane(int step) {
    panes.go(step);
  }

  void resizeText(UnaryOperator<TextSize> step) {
    desk.theme().textSizeProperty().set(step.apply(desk.theme().textSizeProperty().get()));
  }

  /// Puts the first steps above the page again.
  public void showGuide() {
    guide.showAgain();
  }

  void toggleSidebar() {
    panes.sidebarShownProperty().set(!panes.sidebarShownProperty().get());
    focusPage();
  }

  void closeDialog() {
    modal.hide(true);
  }

  @Override
  public void close() {
    attention.close();
    panes.remember(desk.settings());
    remembered.save();
    pages.close();
    shell.close();
  }

  private static String workspaceId(WorkspaceModel model) {
    return model.workspace().id().map(Object::toString).orElse("");
  }

  private Sidebar sidebar(Frame frame) {
    return new Sidebar(
        shell,
        texts,
        wishes,
        new WorkspaceSwitcher(shell.model().workspaceProperty(), workspaces, texts),
        new FoldersView(shell.folders(), texts, frame, () -> frame.show(Section.FLAGS)),
        new ViewsList(views, shell.filter().queryProperty(), texts, this::openView),
        new EnvironmentsView(shell.environments(), texts, frame));
  }

  private void openView(SavedViews.View view) {
    shell.folders().chosenProperty().set("");
    shell.filter().queryProperty().set(view.query());
    shell.sectionProperty().set(Section.FLAGS);
  }

  private Panes panes() {
    BorderPane centre = new BorderPane(pages);
    centre.setTop(
        new VBox(new NoticesView(shell.notices(), texts), new GuideView(guide, texts, wishes)));
    Panes made =
        new Panes(
            new Panes.Pane(sidebar, sidebar::focusLine),
            new Panes.Pane(centre, this::focusPage),
            new Panes.Pane(panel, panel::focusTab),
            texts);
    made.getStyleClass().add("panes");
    made.setTop(new PastBanner(shell.model(), texts, desk.moments()));
    shell
        .model()
        .timeTravel()
        .pastProperty()
        .subscribe(past -> made.pseudoClassStateChanged(PAST, past != null));
    made.setBottom(
        new StatusLine(shell, texts, new ReasonButton(shell.model(), texts, undo::askReason)));
    return made;
  }

  private List<Node> firstSteps() {
    Button create = Buttons.primary("first-new-flag", texts.of("newFlag.button"));
    create.setOnAction(_ -> newFlag());
    Button importing = Buttons.plain("first-import", texts.of("import.button"));
    importing.setOnAction(_ -> importFile());
    List<Node> steps = List.of(create, importing);
    // While the first steps are above, they offer the same.
    steps.forEach(step -> Regions.shownWhile(step, guide.shownProperty().not()));
    return steps;
  }

  void show(Dialog dialog, @Nullable Node first) {
    dialog.showIn(modal);
    if (first != null) {
      first.requestFocus();
    }
  }
}
