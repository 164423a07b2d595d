package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.Spoken;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that differs, each with a box for taking it or not. Space takes it or not, too.
final class ImportList {
  private static final double ROW_HEIGHT = 36;
  private static final double UNCHOSEN_OPACITY = 0.72;

  private final ImportViewModel model;
  private final Texts texts;
  private final HBox filters = new HBox();
  private final ListView<ImportRow> list;
  private final VBox box;

  /// @param onSelect is shown the row that was selected, or null
  ImportList(ImportViewModel model, Texts texts, Consumer<@Nullable ImportRow> onSelect) {
    this.model = model;
    this.texts = texts;
    this.list = new ListView<>(model.shown());
    list.setId("import-preview");
    list.setAccessibleText(texts.of("import.preview"));
    list.getStyleClass().add("import-list");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Cell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    list.getSelectionModel().selectedItemProperty().subscribe(onSelect);
    VBox.setVgrow(list, Priority.ALWAYS);
    filters.getStyleClass().add("segments");
    filters.setMaxWidth(HBox.USE_PREF_SIZE);
    this.box = new VBox(Space.SMALL, filters, list, below());
    box.getStyleClass().add("import-side");
    model.rows().addListener((ListChangeListener<ImportRow>) _ -> showFilters());
    model.shown().addListener((ListChangeListener<ImportRow>) _ -> select());
    showFilters();
    select();
  }

  Node node() {
    return box;
  }

  /// What needs a choice comes first.
  private void select() {
    if (list.getSelectionModel().isEmpty() && !model.shown().isEmpty()) {
      list.getSelectionModel()
          .select(
              model.shown().stream()
                  .filter(row -> row.item().hasConflict())
                  .findFirst()
                  .orElse(model.shown().getFirst()));
    }
  }

  private void onKey(KeyEvent event) {
    ImportRow row = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && row != null) {
      row.chosenProperty().set(!row.chosenProperty().get());
      event.consume();
    }
  }

  private Node below() {
    Button all = Buttons.quiet("import-choose-all", texts.of("import.choose.all"));
    all.setOnAction(_ -> model.chooseShown(true));
    Button none = Buttons.quiet("import-choose-none", texts.of("import.choose.none"));
    none.setOnAction(_ -> model.chooseShown(false));
    HBox row = new HBox(Space.SMALL, all, none);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void showFilters() {
    ToggleGroup group = new ToggleGroup();
    List<Node> buttons = new ArrayList<>();
    for (ImportFilter filter : ImportFilter.values()) {
      long count = model.count(filter);
      if (count > 0 || filter == ImportFilter.ALL) {
        buttons.add(button(filter, count, group));
      }
    }
    filters.getChildren().setAll(buttons);
  }

  private ToggleButton button(ImportFilter filter, long count, ToggleGroup group) {
    String name = texts.of(filter.text(), count);
    ToggleButton button = new ToggleButton(name);
    button.setId("import-filter-" + filter.name().toLowerCase(Locale.ROOT));
    button.setAccessibleText(name);
    button.getStyleClass().setAll("segment", "import-filter");
    button.setToggleGroup(group);
    button.setSelected(model.filterProperty().get() == filter);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.filterProperty().set(filter);
    });
    return button;
  }

  /// Which badge says what becomes of a row.
  static Label badge(ImportRow row, Texts texts) {
    Label badge = new Label();
    show(badge, row.item().kind(), texts);
    return badge;
  }

  private static void show(Label badge, Kind kind, Texts texts) {
    String text =
        switch (kind) {
          case NEW -> "import.new";
          case CHANGED, SAME -> "import.changed";
          case REMOVED -> "import.removed";
        };
    String hue =
        switch (kind) {
          case NEW -> "hue-green";
          case CHANGED, SAME -> "hue-blue";
          case REMOVED -> "hue-red";
        };
    badge.setText(texts.of(text));
    badge.getStyleClass().setAll("label", "kind-badge", hue);
  }

  private final class Cell extends SpokenCell<ImportRow> {
    private final CheckBox box = new CheckBox();
    private final Label key = Labels.of("", "mono", "small");
    private final Label conflict =
        Labels.of(texts.of("import.conflict"), "kind-badge", "hue-yellow");
    private final Label news = Labels.of(texts.of("import.news"), "kind-badge", "hue-yellow");
    private final Label kind = Labels.of("", "kind-badge");
    private final HBox marks = new HBox(Space.TIGHT, news, conflict, kind);
    private final HBox row = new HBox(Space.SMALL, box, key, Regions.spring(), marks);
    private @Nullable ImportRow bound;

    Cell() {
      row.setAlignment(Pos.CENTER_LEFT);
      marks.setAlignment(Pos.CENTER_RIGHT);
      marks.setMinWidth(HBox.USE_PREF_SIZE);
      box.setFocusTraversable(false);
      key.setMinWidth(0);
      prefWidthProperty().set(0);
    }

    @Override
    protected void updateItem(@Nullable ImportRow item, boolean empty) {
      super.updateItem(item, empty);
      if (bound != null) {
        box.selectedProperty().unbindBidirectional(bound.chosenProperty());
        bound = null;
      }
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      bound = item;
      box.selectedProperty().bindBidirectional(item.chosenProperty());
      String name = ImportWords.name(item, texts);
      box.setAccessibleText(name);
      key.setText(name);
      news.setVisible(item.isNews());
      news.setManaged(item.isNews());
      conflict.setVisible(item.item().hasConflict());
      conflict.setManaged(item.item().hasConflict());
      ImportList.show(kind, item.item().kind(), texts);
      row.opacityProperty()
          .bind(Bindings.when(item.chosenProperty()).then(1.0).otherwise(UNCHOSEN_OPACITY));
      setGraphic(row);
    }

    @Override
    protected String spoken() {
      return Spoken.join(
          Spoken.of(key),
          Spoken.of(marks),
          texts.of(box.isSelected() ? "import.said.chosen" : "import.said.left"));
    }
  }
}
