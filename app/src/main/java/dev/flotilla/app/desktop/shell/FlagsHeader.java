package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.TagChip;
import dev.flotilla.app.desktop.flags.FlagTableViewModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Above the table: title and actions, search and tag filter.
final class FlagsHeader extends VBox {
  private static final double SEARCH_WIDTH = 280;

  private final ShellViewModel shell;
  private final FlagTableViewModel flags;
  private final Texts texts;
  private final TextField search = new TextField();
  private final HBox chips = new HBox(Space.TIGHT);

  /// What the header asks the window for.
  interface Wishes {
    void newFlag();

    void importFile();

    void exportFile();
  }

  FlagsHeader(ShellViewModel shell, Texts texts, Wishes wishes) {
    super(Space.MEDIUM);
    this.shell = shell;
    this.flags = shell.flags();
    this.texts = texts;
    getStyleClass().add("page-head");
    getChildren().addAll(titleRow(wishes), filterRow());
  }

  /// Gives the search field the keyboard.
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private Node titleRow(Wishes wishes) {
    Button importing = Buttons.plain("import", texts.of("import.button"), Feather.DOWNLOAD);
    importing.setOnAction(_ -> wishes.importFile());
    Button exporting = Buttons.plain("export", texts.of("export.button"), Feather.UPLOAD);
    exporting.setOnAction(_ -> wishes.exportFile());
    Button newFlag = Buttons.primary("new-flag", texts.of("newFlag.button"));
    newFlag.setGraphic(Icons.of(Feather.PLUS));
    newFlag.setOnAction(_ -> wishes.newFlag());
    HBox row =
        new HBox(
            Space.SMALL,
            Labels.of(texts.of("nav.flags"), "page-title"),
            Regions.spring(),
            importing,
            exporting,
            newFlag);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node filterRow() {
    search.setId("search");
    search.setPromptText(texts.of("flags.search"));
    search.setAccessibleText(texts.of("flags.search"));
    search.textProperty().bindBidirectional(flags.searchProperty());
    search.getStyleClass().add("search-field");
    StackPane field = new StackPane(search, searchIcon());
    field.setPrefWidth(SEARCH_WIDTH);
    field.setMaxWidth(SEARCH_WIDTH);
    chips.setAlignment(Pos.CENTER_LEFT);
    flags.tagFilter().addListener((SetChangeListener<String>) _ -> showChips());
    HBox row = new HBox(Space.SMALL, field, tagMenu(), chips, Regions.spring(), panels());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Node searchIcon() {
    StackPane icon = new StackPane(Icons.of(Feather.SEARCH));
    icon.getStyleClass().add("search-icon");
    icon.setMouseTransparent(true);
    icon.setAlignment(Pos.CENTER_LEFT);
    return icon;
  }

  private MenuButton tagMenu() {
    MenuButton menu = new MenuButton(texts.of("flags.filter"));
    menu.setId("tag-filter");
    menu.setAccessibleText(texts.of("flags.filter.name"));
    menu.setGraphic(Icons.of(Feather.FILTER));
    menu.getStyleClass().add("push");
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    menu.setOnShowing(_ -> {
      menu.getItems().setAll(flags.tagsProperty().get().known().stream().map(this::item).toList());
      if (menu.getItems().isEmpty()) {
        MenuItem none = new MenuItem(texts.of("flags.filter.none"));
        none.setDisable(true);
        menu.getItems().add(none);
      }
    });
    // Without an item the menu would not open and could not fill itself.
    menu.getItems().add(new MenuItem(""));
    return menu;
  }

  private MenuItem item(String tag) {
    CheckMenuItem item = new CheckMenuItem(tag);
    item.setSelected(flags.tagFilter().contains(tag));
    item.setOnAction(_ -> {
      if (item.isSelected()) {
        flags.tagFilter().add(tag);
      } else {
        flags.tagFilter().remove(tag);
      }
    });
    return item;
  }

  private void showChips() {
    chips
        .getChildren()
        .setAll(
            flags.tagFilter().stream()
                .map(tag ->
                    new TagChip(
                        tag,
                        flags.tagsProperty().get().of(tag),
                        texts.of("flags.filter.remove", tag),
                        () -> flags.tagFilter().remove(tag)))
                .toList());
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
