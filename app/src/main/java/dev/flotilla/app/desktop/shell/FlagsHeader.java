package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.filter.FilterBar;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Above the table: title and actions, search and tag filter.
final class FlagsHeader extends VBox {
  private final ShellViewModel shell;
  private final Texts texts;
  private final FilterBar bar;

  /// What the header asks the window for.
  interface Wishes {
    void newFlag();

    void importFile();

    void exportFile();

    void saveView();
  }

  FlagsHeader(ShellViewModel shell, Texts texts, Wishes wishes) {
    super(Space.MEDIUM);
    this.shell = shell;
    this.texts = texts;
    getStyleClass().add("page-head");
    this.bar = new FilterBar(shell.filter(), texts, wishes::saveView, panels());
    getChildren().addAll(titleRow(wishes), bar);
    // The suggestions hang over the table.
    setViewOrder(-1);
  }

  /// Gives the search field the keyboard.
  void focusSearch() {
    bar.focusField();
  }

  private Node titleRow(Wishes wishes) {
    Button importing = Buttons.plain("import", texts.of("import.button"), Feather.DOWNLOAD);
    importing.setOnAction(_ -> wishes.importFile());
    Button exporting = Buttons.plain("export", texts.of("export.button"), Feather.UPLOAD);
    exporting.setOnAction(_ -> wishes.exportFile());
    Button newFlag = Buttons.primary("new-flag", texts.of("newFlag.button"));
    newFlag.setGraphic(Icons.of(Feather.PLUS));
    newFlag.setOnAction(_ -> wishes.newFlag());
    HBox row = new HBox(Space.SMALL, title(), Regions.spring(), importing, exporting, newFlag);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node title() {
    Label title = Labels.of("", "page-title");
    title.setId("flags-title");
    title.setMinWidth(0);
    title
        .textProperty()
        .bind(
            shell
                .folders()
                .pathProperty()
                .map(path -> path.isEmpty() ? texts.of("nav.flags") : path));
    return title;
  }

  private Node panels() {
    Label count = Labels.of("", "badge", "alarming");
    count.textProperty().bind(shell.conflicts().countProperty().asString());
    Regions.shownWhile(count, shell.conflicts().countProperty().greaterThan(0));
    HBox face = new HBox(Space.SMALL, Labels.of(texts.of("panel.conflicts")), count);
    face.setAlignment(Pos.CENTER_LEFT);
    ToggleButton conflicts =
        panel(
            "show-conflicts", Feather.GIT_MERGE, "panel.conflicts", ShellViewModel.Panel.CONFLICTS);
    conflicts.setText(null);
    face.getChildren().addFirst(Icons.of(Feather.GIT_MERGE));
    conflicts.setGraphic(face);
    ToggleButton peers =
        panel("show-peers", Feather.USERS, "panel.peers", ShellViewModel.Panel.PEERS);
    HBox row = new HBox(Space.SMALL, conflicts, peers);
    row.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  private ToggleButton panel(String id, Feather icon, String key, ShellViewModel.Panel panel) {
    ToggleButton button = new ToggleButton(texts.of(key));
    button.setId(id);
    button.setAccessibleText(texts.of(key));
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().setAll("push", "panel-toggle");
    shell.panelProperty().subscribe(now -> button.setSelected(now == panel));
    button.setOnAction(_ -> {
      shell.toggle(panel);
      button.setSelected(shell.panelProperty().get() == panel);
    });
    return button;
  }
}
