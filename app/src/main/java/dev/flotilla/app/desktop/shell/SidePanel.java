package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.causality.panel.EntitySeenView;
import dev.flotilla.app.desktop.conflicts.ConflictsView;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.ViewTab;
import dev.flotilla.app.desktop.editor.FlagEditorView;
import dev.flotilla.app.desktop.editor.FlagEditorViewModel;
import dev.flotilla.app.desktop.history.EntityHistoryView;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.peers.PeersView;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The side of the window: the selected flag, the conflicts, or the peers.
final class SidePanel extends BorderPane {
  private final ShellViewModel shell;
  private final Texts texts;
  private final StackPane body = new StackPane();
  private final ConflictsView conflicts;
  private final Supplier<PeersView> newPeers;
  private final FlagViews views;
  private @Nullable FlagEditorView editor;
  private @Nullable EntitySeenView seen;
  private @Nullable PeersView peers;
  private @Nullable EntityHistoryView history;

  /// What is shown of the flag that is selected, by its key; made each time.
  record FlagViews(
      Function<String, EntityHistoryView> history, Function<String, EntitySeenView> seen) {}

  SidePanel(ShellViewModel shell, Texts texts, Runnable onInvite, FlagViews views) {
    this.shell = shell;
    this.texts = texts;
    this.views = views;
    this.conflicts =
        new ConflictsView(shell.conflicts(), texts, shell::openFlag).comparing(this::compare);
    this.newPeers = () -> new PeersView(shell.peers(), texts, onInvite);
    setId("side-panel");
    getStyleClass().add("side-panel");
    setTop(tabs());
    setCenter(body);
    shell.editorProperty().subscribe(this::showEditor);
    shell.panelProperty().subscribe(_ -> show());
    shell.sectionProperty().subscribe(_ -> show());
    Regions.shownWhile(
        this,
        Bindings.createBooleanBinding(
            this::isWanted, shell.panelProperty(), shell.sectionProperty()));
  }

  /// Gives the keyboard to the tab that is shown.
  void focusTab() {
    lookupAll(".panel-tab").stream()
        .filter(tab -> tab instanceof ToggleButton button && button.isSelected())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private Node tabs() {
    Button close = Buttons.icon("panel-close", Feather.X, texts.of("panel.close"));
    close.setOnAction(_ -> shell.closePanel());
    HBox row =
        new HBox(
            Space.TIGHT,
            tab("tab-flag", "panel.flag", ShellViewModel.Panel.FLAG),
            tab("tab-history", "panel.history", ShellViewModel.Panel.HISTORY),
            tab("tab-seen", "panel.seen", ShellViewModel.Panel.SEEN),
            tab("tab-conflicts", "panel.conflicts", ShellViewModel.Panel.CONFLICTS),
            tab("tab-peers", "panel.peers", ShellViewModel.Panel.PEERS),
            Regions.spring(),
            close);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-tabs");
    return row;
  }

  private ToggleButton tab(String id, String key, ShellViewModel.Panel panel) {
    ToggleButton tab = ViewTab.of(id, texts.of(key), panel, shell.panelProperty());
    if (panel == ShellViewModel.Panel.CONFLICTS) {
      var count = Labels.of("", "badge", "alarming");
      count.textProperty().bind(shell.conflicts().countProperty().asString());
      Regions.shownWhile(count, shell.conflicts().countProperty().greaterThan(0));
      tab.setGraphic(count);
      tab.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    }
    return tab;
  }

  private void showEditor(@Nullable FlagEditorViewModel model) {
    if (editor != null) {
      editor.release();
    }
    editor =
        model == null
            ? null
            : new FlagEditorView(
                model,
                texts,
                () -> shell.flags().deleteSelected(),
                () -> shell.panelProperty().set(ShellViewModel.Panel.CONFLICTS));
    show();
  }

  /// Shows a conflict over the whole middle instead.
  private void compare(String conflict) {
    shell.conflicts().selectedProperty().set(conflict);
    shell.sectionProperty().set(Section.CONFLICTS);
    shell.closePanel();
  }

  // A flag at the side belongs to the table: on a page of its own it would be there twice, and
  // other pages need the room.
  private boolean isWanted() {
    return switch (shell.panelProperty().get()) {
      case CLOSED -> false;
      case FLAG, HISTORY, SEEN -> shell.sectionProperty().get() == Section.FLAGS;
      case CONFLICTS, PEERS -> true;
    };
  }

  private void show() {
    forgetHistory();
    if (!isWanted()) {
      body.getChildren().clear();
      return;
    }
    Node content =
        switch (shell.panelProperty().get()) {
          case CLOSED -> new StackPane();
          case FLAG ->
              editor == null ? new StackPane(Labels.of(texts.of("panel.noFlag"), "faint")) : editor;
          case HISTORY -> history();
          case SEEN -> seen();
          case CONFLICTS -> conflicts;
          case PEERS -> peers();
        };
    body.getChildren().setAll(content);
  }

  /// Made when it is looked at first: many machines are many rows.
  private PeersView peers() {
    PeersView made = peers == null ? newPeers.get() : peers;
    peers = made;
    return made;
  }

  /// Of the flag whose editor is the first tab.
  private Node history() {
    FlagEditorViewModel shown = shell.editorProperty().get();
    if (shown == null) {
      return new StackPane(Labels.of(texts.of("panel.noFlag"), "faint"));
    }
    EntityHistoryView made = views.history().apply(shown.key());
    history = made;
    return made;
  }

  /// Of the flag whose editor is the first tab.
  private Node seen() {
    FlagEditorViewModel shown = shell.editorProperty().get();
    if (shown == null) {
      return new StackPane(Labels.of(texts.of("panel.noFlag"), "faint"));
    }
    EntitySeenView made = views.seen().apply(shown.key());
    seen = made;
    return made;
  }

  private void forgetHistory() {
    if (seen != null) {
      seen.close();
      seen = null;
    }
    if (history != null) {
      history.close();
      history = null;
    }
  }
}
