package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The table of flags: one column a fact, one column an environment. Narrow tables drop what the
/// editor shows anyway.
public final class FlagTableView extends StackPane {
  private static final double KEY_MIN = 208;

  /// With less room for the keys, other columns become narrower or go.
  private static final double KEY_WANTED = 280;

  /// Below this width the table shows fewer columns.
  private static final double NARROW = 860;

  private static final String PICKING = "picking";

  /// The bar stands over the table, and above the window's own sentences.
  private static final Insets BAR_MARGIN = new Insets(0, 0, 20, 0);

  private final FlagTableViewModel model;
  private final Columns columns;
  private final Texts texts;
  private final TableColumns made;
  private final FlagTable table = new FlagTable();
  private final RowPicking picking;
  private final FlagActions actions;
  private final ActionMenus menus;
  private boolean arranging;

  /// `firstSteps` are the buttons an empty workspace offers.
  public FlagTableView(
      FlagTableViewModel model, Desk desk, Frame frame, List<? extends Node> firstSteps) {
    this.model = model;
    this.actions = new FlagActions(model, desk.texts());
    this.menus = new ActionMenus(actions, frame, desk.texts());
    this.texts = desk.texts();
    this.columns = new Columns(desk.settings());
    this.picking = new RowPicking(model);
    ColumnsMenu columnsMenu = new ColumnsMenu(columns, texts);
    this.made = new TableColumns(model, texts, this::isNarrow, columnsMenu);
    getStyleClass().add("flag-table-pane");
    table.setId("flag-table");
    table.setAccessibleText(texts.of("flags.table"));
    table.getStyleClass().addAll("flag-table", "edge-to-edge");
    table.setItems(model.shown());
    table.setFixedCellSize(FlagCells.ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    // Rows are picked by what they are, not by where they stand: see PickedRows.
    table.setSelectionModel(null);
    table.setRowFactory(_ -> new FlagTableRow(model, picking, made.words(), texts));
    table.setSortPolicy(_ -> sort());
    model.pickedRows().versionProperty().subscribe(_ -> focusCursor());
    model.shown().addListener((ListChangeListener<FlagRow>) _ -> focusCursor());
    new TableKeys(this, picking).installOn(table);
    table.setContextMenu(menus.context());
    model.environmentsProperty().subscribe(columns::environments);
    columns.allProperty().subscribe(_ -> showColumns());
    widthProperty().subscribe(_ -> showColumns());
    table.getColumns().addListener((ListChangeListener<Object>) _ -> columnsDragged());
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keepWidths());
    table.setPlaceholder(nothingFound());
    EmptyState empty =
        new EmptyState(
            Feather.FLAG,
            texts.of("flags.empty.title"),
            texts.of("flags.empty.text"),
            firstSteps.toArray(Node[]::new));
    empty.setId("flags-empty");
    empty.visibleProperty().bind(model.totalProperty().isEqualTo(0));
    table.visibleProperty().bind(empty.visibleProperty().not());
    BulkBar bar = new BulkBar(actions, menus, texts);
    StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
    StackPane.setMargin(bar, BAR_MARGIN);
    StackPane.setAlignment(columnsMenu, Pos.TOP_RIGHT);
    columnsMenu.visibleProperty().bind(table.visibleProperty());
    getChildren().addAll(table, columnsMenu, empty, bar);
    new ScrollKeeper(model, this::flow).install();
    model.pickedRows().versionProperty().subscribe(_ -> tellPlace());
    model.pickedRows().countProperty().subscribe(count -> showBoxes(count.intValue() > 1));
    model.selectedProperty().subscribe(_ -> reveal(picking.place()));
  }

  /// The switch that the keyboard is at is what is edited here.
  private void tellPlace() {
    PickedRows rows = model.pickedRows();
    String environment = rows.environment();
    if (environment == null || rows.cursor().isEmpty()) {
      Place.unmark(table);
    } else {
      EntityId flag = EntityId.flag(rows.cursor().get().key());
      Place.mark(table, flag, FieldNames.state(environment));
    }
  }

  /// Gives the table the keyboard.
  public void focusTable() {
    table.requestFocus();
  }

  /// What can be done with the rows.
  public List<Command> commands() {
    return new TableCommands(actions, picking, menus, texts).all(table::isFocused);
  }

  /// Deletes what is picked, after a question if that is more than one flag.
  public void deletePicked() {
    menus.delete();
  }

  /// How many rows the window shows.
  int page() {
    return flow()
        .map(flow -> (int) (flow.getHeight() / FlagCells.ROW_HEIGHT) - 1)
        .filter(rows -> rows > 0)
        .orElse(1);
  }

  /// Scrolls as little as possible so that a row is seen.
  void reveal(int at) {
    if (at >= 0) {
      flow().ifPresent(flow -> flow.scrollTo(at));
    }
  }

  @Nullable String cursorEnvironment() {
    return model.pickedRows().environment();
  }

  List<String> shownEnvironments() {
    return table.getVisibleLeafColumns().stream()
        .map(column -> made.columnOf(column).environment())
        .flatMap(Optional::stream)
        .toList();
  }

  void revealSwitch() {
    cursorColumn().ifPresent(table::scrollToColumn);
  }

  void showMenu() {
    ContextMenu menu = table.getContextMenu();
    if (menu != null) {
      menu.show(table, Side.TOP, Space.HUGE, Space.HUGE);
    }
  }

  /// A screen reader reads the row, or the cell, that the table's focus model is at: it goes with
  /// the keyboard.
  private void focusCursor() {
    var focus = table.getFocusModel();
    int at = picking.place();
    TableColumn<FlagRow, ?> column = cursorColumn().orElse(null);
    if (focus.getFocusedIndex() != at
        || !Objects.equals(focus.getFocusedCell().getTableColumn(), column)) {
      focus.focus(at, column);
    }
  }

  private Optional<TableColumn<FlagRow, ?>> cursorColumn() {
    String environment = cursorEnvironment();
    return table.getVisibleLeafColumns().stream()
        .filter(column ->
            made.columnOf(column).environment().filter(e -> e.equals(environment)).isPresent())
        .findFirst();
  }

  private void showBoxes(boolean several) {
    table.getStyleClass().remove(PICKING);
    if (several) {
      table.getStyleClass().add(PICKING);
    }
  }

  private Optional<VirtualFlow<?>> flow() {
    return Optional.ofNullable((VirtualFlow<?>) table.lookup(".virtual-flow"));
  }

  private Node nothingFound() {
    Button all = Buttons.plain("flags-show-all", texts.of("flags.showAll"));
    all.setOnAction(_ -> model.showAll());
    return new EmptyState(
        Feather.SEARCH, texts.of("flags.nothing.title"), texts.of("flags.nothing.text"), all);
  }

  private boolean sort() {
    RowOrder wanted =
        table.getSortOrder().stream()
            .findFirst()
            .map(column ->
                new RowOrder(
                    made.columnOf(column), column.getSortType() == TableColumn.SortType.ASCENDING))
            .orElse(RowOrder.BY_KEY);
    model.orderProperty().set(wanted);
    return true;
  }

  private boolean isNarrow() {
    return getWidth() < NARROW;
  }

  private void showColumns() {
    List<Column> shown = new ArrayList<>(columns.shown());
    Column.Room room = fit(shown);
    arranging = true;
    for (Column column : shown) {
      made.of(column).setPrefWidth(width(column, room));
    }
    made.of(Column.KEY)
        .setPrefWidth(columns.width(Column.KEY).orElse(Math.max(KEY_MIN, forKeys(shown, room))));
    List<TableColumn<FlagRow, FlagView>> wanted = shown.stream().map(made::of).toList();
    if (!table.getColumns().equals(wanted)) {
      table.getColumns().setAll(wanted);
    }
    arranging = false;
  }

  /// Takes columns that nobody asked for out of `shown`, and makes others narrower, until there is
  /// room for the keys.
  private Column.Room fit(List<Column> shown) {
    if (forKeys(shown, Column.Room.WIDE) >= KEY_WANTED) {
      return Column.Room.WIDE;
    }
    for (Column column : columns.shown()) {
      if (forKeys(shown, Column.Room.TIGHT) >= KEY_WANTED) {
        return Column.Room.TIGHT;
      }
      if (column.canGo() && !columns.isAskedFor(column)) {
        shown.remove(column);
      }
    }
    return forKeys(shown, Column.Room.TIGHT) >= KEY_WANTED ? Column.Room.TIGHT : Column.Room.NARROW;
  }

  /// What the other columns leave.
  private double forKeys(List<Column> shown, Column.Room room) {
    return getWidth()
        - FlagCells.SCROLL_BAR
        - shown.stream()
            .filter(column -> !column.equals(Column.KEY))
            .mapToDouble(column -> width(column, room))
            .sum();
  }

  private double width(Column column, Column.Room room) {
    return columns.width(column).orElse(column.width(room));
  }

  private void columnsDragged() {
    if (!arranging && !isNarrow()) {
      columns.arrange(table.getColumns().stream().map(made::columnOf).toList());
    }
  }

  /// Widths that were dragged are kept when the mouse lets go.
  private void keepWidths() {
    for (TableColumn<FlagRow, ?> column : table.getVisibleLeafColumns()) {
      if (Math.abs(column.getWidth() - column.getPrefWidth()) >= 1) {
        columns.widen(made.columnOf(column), column.getWidth());
      }
    }
  }
}
