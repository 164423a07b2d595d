package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The table of flags: one column a fact, one column an environment. Narrow tables drop what the
/// editor shows anyway.
public final class FlagTableView extends StackPane {
  private static final double KEY_MIN = 200;
  private static final double TYPE_WIDTH = 92;
  private static final double ENVIRONMENT_WIDTH = 132;
  private static final double ENVIRONMENT_NARROW = 116;
  private static final double TAGS_WIDTH = 190;
  private static final double TAGS_NARROW = 120;
  private static final double CHANGED_WIDTH = 170;

  /// Below this width the table shows fewer columns.
  private static final double NARROW = 860;

  private final FlagTableViewModel model;
  private final Texts texts;
  private final TableView<FlagRow> table = new TableView<>();
  private final TableColumn<FlagRow, FlagView> key;
  private final TableColumn<FlagRow, FlagView> type;
  private final TableColumn<FlagRow, FlagView> tags;
  private final TableColumn<FlagRow, FlagView> changed;

  /// `firstSteps` are the buttons an empty workspace offers.
  public FlagTableView(FlagTableViewModel model, Texts texts, List<? extends Node> firstSteps) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("flag-table-pane");
    table.setId("flag-table");
    table.setAccessibleText(texts.of("flags.table"));
    table.getStyleClass().addAll("flag-table", "edge-to-edge");
    table.setItems(model.shown());
    table.setFixedCellSize(FlagCells.ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    key = column("flags.key", () -> new FlagCells.Key(texts, this::isNarrow));
    type = column("flags.type", () -> new FlagCells.Type(texts));
    tags = column("flags.tags", FlagCells.Tags::new);
    changed = column("flags.changed", () -> new FlagCells.Changed(model.moments()));
    model.environmentsProperty().subscribe(this::showColumns);
    widthProperty().subscribe(_ -> layOut());
    table.getColumns().addListener((ListChangeListener<Object>) _ -> layOut());
    table.setPlaceholder(nothingFound());
    EmptyState empty =
        new EmptyState(
            Feather.FLAG,
            texts.of("flags.empty.title"),
            texts.of("flags.empty.text"),
            firstSteps.toArray(Node[]::new));
    empty.setId("flags-empty");
    empty.visibleProperty().bind(Bindings.isEmpty(model.rows()));
    table.visibleProperty().bind(empty.visibleProperty().not());
    getChildren().addAll(table, empty);
    keepSelection();
  }

  /// Gives the table the keyboard.
  public void focusTable() {
    table.requestFocus();
  }

  private Node nothingFound() {
    Button all = Buttons.plain("flags-show-all", texts.of("flags.showAll"));
    all.setOnAction(_ -> model.showAll());
    return new EmptyState(
        Feather.SEARCH, texts.of("flags.nothing.title"), texts.of("flags.nothing.text"), all);
  }

  private void keepSelection() {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null) {
            model.selectedProperty().set(row.key());
          }
        });
    model
        .selectedProperty()
        .subscribe(selected -> {
          if (selected.isEmpty()) {
            table.getSelectionModel().clearSelection();
            return;
          }
          for (FlagRow row : model.shown()) {
            if (row.key().equals(selected)) {
              table.getSelectionModel().select(row);
            }
          }
        });
  }

  private TableColumn<FlagRow, FlagView> column(String name, Supplier<FlagCells.Cell> cell) {
    TableColumn<FlagRow, FlagView> column = new TableColumn<>(texts.of(name));
    column.setId("column-" + name.substring(name.indexOf('.') + 1));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(features -> features.getValue().viewProperty());
    column.setCellFactory(_ -> opening(cell.get()));
    return column;
  }

  /// A click opens the editor also where the row is selected and the panel shows something else.
  private FlagCells.Cell opening(FlagCells.Cell cell) {
    cell.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          FlagRow row = cell.getTableRow().getItem();
          if (row != null && event.getButton() == MouseButton.PRIMARY) {
            model.open(row.key());
          }
        });
    return cell;
  }

  private void showColumns(List<String> environments) {
    List<TableColumn<FlagRow, FlagView>> columns = new ArrayList<>();
    columns.add(key);
    columns.add(type);
    for (String environment : environments) {
      TableColumn<FlagRow, FlagView> column =
          column(
              "flags.environment",
              () -> new FlagCells.Environment(environment, texts, model::switchFlag));
      column.setText(environment);
      column.setId("column-environment-" + environment);
      column.setUserData(environment);
      columns.add(column);
    }
    columns.add(tags);
    columns.add(changed);
    table.getColumns().setAll(columns);
  }

  private boolean isNarrow() {
    return getWidth() < NARROW;
  }

  private void layOut() {
    boolean narrow = isNarrow();
    boolean several = model.environmentsProperty().get().size() > 1;
    type.setVisible(!narrow);
    changed.setVisible(!narrow);
    double used = narrow ? 0 : TYPE_WIDTH;
    type.setPrefWidth(TYPE_WIDTH);
    for (TableColumn<FlagRow, ?> column : table.getColumns()) {
      if (column.getUserData() != null) {
        double width = narrow && several ? ENVIRONMENT_NARROW : ENVIRONMENT_WIDTH;
        column.setPrefWidth(width);
        used += width;
      }
    }
    tags.setPrefWidth(narrow ? TAGS_NARROW : TAGS_WIDTH);
    changed.setPrefWidth(CHANGED_WIDTH);
    used += tags.getPrefWidth() + (narrow ? 0 : CHANGED_WIDTH);
    key.setPrefWidth(Math.max(KEY_MIN, getWidth() - used - FlagCells.SCROLL_BAR));
  }
}
