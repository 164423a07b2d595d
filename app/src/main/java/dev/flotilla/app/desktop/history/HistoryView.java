package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SearchBox;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The changes by day on the left, what the selected one did beside them.
final class HistoryView extends BorderPane {
  private static final double LIST_MOST = 380;
  private static final double LIST_LEAST = 232;

  /// Of the whole width, where that is narrow.
  private static final double LIST_SHARE = 0.38;

  private static final double ROW_HEIGHT = 48;
  private static final double MACHINE_WIDTH = 168;
  private static final double DAY_WIDTH = 136;

  /// Rows that are in sight above one that was chosen elsewhere.
  private static final int ABOVE = 3;

  /// Rows from the end at which the next page is read.
  private static final int AHEAD = 40;

  private final HistoryViewModel model;
  private final Texts texts;
  private final ListView<HistoryRow> list = new ListView<>();
  private final TextField search = new TextField();

  HistoryView(
      HistoryViewModel model, Texts texts, ChangeDetailView.Wishes wishes, Runnable onExport) {
    this.model = model;
    this.texts = texts;
    setId("history");
    getStyleClass().add("history");
    setTop(head(onExport));
    setLeft(left());
    StackPane detail = new StackPane();
    detail.setMinWidth(0);
    setMinWidth(0);
    Label select = Labels.of(texts.of("history.select"), "faint");
    model
        .detailProperty()
        .subscribe(found ->
            detail
                .getChildren()
                .setAll(
                    found == null
                        ? select
                        : new ChangeDetailView(found, model.moments(), texts, wishes)));
    Regions.shownWhile(select, model.selectedProperty().isNull());
    setCenter(detail);
  }

  ListView<HistoryRow> list() {
    return list;
  }

  void focusSearch() {
    search.requestFocus();
  }

  private Node head(Runnable onExport) {
    Button export =
        Buttons.plain("history-export", texts.of("historyExport.button"), Feather.UPLOAD);
    export.setOnAction(_ -> onExport.run());
    HBox title =
        new HBox(
            Space.SMALL,
            Labels.of(texts.of("history.title"), "page-title"),
            Regions.spring(),
            export);
    title.setAlignment(Pos.CENTER_LEFT);
    HBox filters = new HBox(Space.SMALL, searchField(), machines(), until(), all());
    filters.setAlignment(Pos.CENTER_LEFT);
    VBox head =
        new VBox(
            Space.MEDIUM,
            title,
            filters,
            FormField.errorLabel("history-problem", model.problemProperty()));
    head.getStyleClass().add("history-top");
    return head;
  }

  private Node searchField() {
    search.textProperty().bindBidirectional(model.textProperty());
    return new SearchBox(search, "history-search", texts.of("history.search"));
  }

  private Node machines() {
    ComboBox<Machine> choice = new ComboBox<>(model.machines());
    choice.setId("history-machine");
    choice.setAccessibleText(texts.of("history.machine"));
    choice.setPrefWidth(MACHINE_WIDTH);
    choice.setConverter(new Names());
    choice.valueProperty().bindBidirectional(model.machineProperty());
    return choice;
  }

  private Node until() {
    DatePicker day = new DatePicker();
    day.setId("history-until");
    day.setPromptText(texts.of("history.until"));
    day.setAccessibleText(texts.of("history.until"));
    day.setPrefWidth(DAY_WIDTH);
    day.getEditor().setId("history-until-text");
    day.getEditor().setAccessibleText(texts.of("history.until"));
    day.setShowWeekNumbers(false);
    day.valueProperty().bindBidirectional(model.untilProperty());
    return day;
  }

  private Node all() {
    Button all = Buttons.quiet("history-all", texts.of("history.all"));
    all.setOnAction(_ -> model.showAll());
    return Regions.shownWhile(
        all,
        Bindings.createBooleanBinding(
            model::isFiltered,
            model.textProperty(),
            model.untilProperty(),
            model.machineProperty()));
  }

  private Node left() {
    list.setId("history-list");
    list.setAccessibleText(texts.of("history.list"));
    list.setItems(model.rows());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Region());
    list.getStyleClass().add("edge-to-edge");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row instanceof HistoryRow.Entry entry) {
            model.selectedProperty().set(entry);
          }
        });
    model
        .selectedProperty()
        .subscribe(entry -> {
          if (entry != null && !entry.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(entry);
            // Somebody chose it elsewhere: it may be far from what is in sight.
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ABOVE));
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    EmptyState none =
        new EmptyState(
            Feather.CLOCK, texts.of("history.none.title"), texts.of("history.none.text"));
    none.setId("history-none");
    Regions.shownWhile(none, Bindings.isEmpty(model.rows()).and(model.loadingProperty().not()));
    StackPane stack = new StackPane(list, none);
    VBox.setVgrow(stack, Priority.ALWAYS);
    VBox left = new VBox(stack, searching());
    left.getStyleClass().add("history-left");
    left.setMinWidth(LIST_LEAST);
    left.prefWidthProperty()
        .bind(
            Bindings.max(
                LIST_LEAST, Bindings.min(LIST_MOST, widthProperty().multiply(LIST_SHARE))));
    return left;
  }

  private Node searching() {
    Label words = Labels.of("", "small", "soft");
    words.textProperty().bind(model.searchingProperty());
    Button stop = Buttons.quiet("history-stop", texts.of("history.stop"));
    stop.setOnAction(_ -> model.stopSearching());
    HBox row = new HBox(Space.SMALL, words, Regions.spring(), stop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("history-searching");
    return Regions.shownWhile(row, model.searchingProperty().isNotEmpty());
  }

  private static final class Names extends StringConverter<Machine> {
    @Override
    public String toString(Machine machine) {
      return machine == null ? "" : machine.name();
    }

    @Override
    public Machine fromString(String string) {
      throw new UnsupportedOperationException("machines are not typed: " + string);
    }
  }

  /// A day, or who did what.
  private final class Cell extends SpokenCell<HistoryRow> {
    private final Label day = Labels.of("", "history-day");
    private final Avatar avatar = new Avatar("");
    private final Label headline = Labels.of("", "medium");
    private final Label who = Labels.of("", "small", "faint");
    private final Label about = Labels.of("", "mono", "faint");
    private final Label time = Labels.of("", "small", "faint", "history-time");
    private final HBox row;

    Cell() {
      HBox under = new HBox(Space.SMALL, who, about);
      under.setAlignment(Pos.CENTER_LEFT);
      who.setMinWidth(USE_PREF_SIZE);
      about.setMinWidth(0);
      headline.setMinWidth(0);
      time.setMinWidth(USE_PREF_SIZE);
      HBox over = new HBox(Space.SMALL, headline, Regions.spring(), time);
      over.setAlignment(Pos.CENTER_LEFT);
      VBox lines = new VBox(Space.HAIR, over, under);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      row = new HBox(Space.MEDIUM, avatar, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMinWidth(0);
      row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable HistoryRow item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      getStyleClass().remove("day");
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      if (getIndex() > getListView().getItems().size() - AHEAD) {
        Platform.runLater(model::more);
      }
      switch (item) {
        case HistoryRow.Day(var name) -> {
          getStyleClass().add("day");
          day.setText(name);
          setGraphic(day);
        }
        case HistoryRow.Entry entry -> {
          avatar.show(entry.change().deviceName());
          headline.setText(entry.headline());
          who.setText(entry.who());
          about.setText(entry.about());
          time.setText(entry.time());
          setGraphic(row);
        }
      }
    }
  }
}
