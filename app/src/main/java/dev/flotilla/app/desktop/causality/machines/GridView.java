package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.causality.machines.Grid.Cell;
import dev.flotilla.app.desktop.causality.machines.Grid.Row;
import dev.flotilla.app.desktop.control.SpokenCell;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A table of cells that are walked with the arrow keys, one machine a column. Only the rows that
/// are seen have nodes.
///
/// Thread: FX.
final class GridView extends VBox {
  private static final double BORDER = 2;

  private final ListView<Row> list = new ListView<>();
  private final GridHead head;
  private final GridSize size;
  private final Consumer<Cell> onOpen;
  private final ReadOnlyObjectWrapper<@Nullable Cell> pointed = new ReadOnlyObjectWrapper<>();
  private Grid grid = Grid.EMPTY;
  private int rowsLeast;
  private int active;
  private int pointedRow = -1;
  private int pointedColumn;
  private @Nullable ScrollBar bar;

  /// @param onOpen what Enter and a click do
  GridView(String id, String name, GridSize size, Consumer<Cell> onOpen) {
    this.size = size;
    this.onOpen = onOpen;
    this.head = new GridHead(size, size.hasAvatars());
    getStyleClass().add("grid-view");
    list.setId(id);
    list.setAccessibleText(name);
    list.setFixedCellSize(size.rowHeight());
    list.setCellFactory(_ -> new RowCell());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.getSelectionModel().selectedIndexProperty().subscribe(_ -> point());
    widthProperty().subscribe(_ -> fit());
    list.skinProperty().subscribe(_ -> followBar());
    VBox.setVgrow(list, Priority.SOMETIMES);
    getChildren().addAll(head, list);
  }

  /// The cell that the keyboard or the pointer is at; null for none.
  ReadOnlyObjectProperty<@Nullable Cell> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  ListView<Row> list() {
    return list;
  }

  /// The names above the columns go where the rows go.
  private void followBar() {
    for (Node node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar found && found.getOrientation() == Orientation.HORIZONTAL) {
        bar = found;
        found.valueProperty().subscribe(now -> size.scrolledProperty().set(now.doubleValue()));
      }
    }
  }

  /// Shows another grid; what the keyboard and the pointer are at stays, wherever its row is now.
  void show(Grid newGrid) {
    if (newGrid.equals(grid)) {
      return;
    }
    int selected = place(newGrid, grid, list.getSelectionModel().getSelectedIndex());
    int pointedNow = place(newGrid, grid, pointedRow);
    grid = newGrid;
    active = Math.clamp(active, 0, Math.max(0, grid.columns().size() - 1));
    head.show(grid);
    list.getItems().setAll(grid.rows());
    double all = grid.rows().size() * size.rowHeight() + BORDER;
    list.setPrefHeight(all);
    list.setMaxHeight(all);
    keep(rowsLeast);
    if (selected >= 0) {
      list.getSelectionModel().select(selected);
    }
    if (pointedNow >= 0 && pointedColumn < grid.columns().size()) {
      pointAt(pointedNow, pointedColumn);
    } else {
      pointedRow = -1;
      pointed.set(null);
    }
    fit();
  }

  /// Where the row of a grid is in another one; -1 if it is not there.
  private static int place(Grid now, Grid before, int row) {
    if (row < 0 || row >= before.rows().size()) {
      return -1;
    }
    String name = before.rows().get(row).name();
    if (row < now.rows().size() && now.rows().get(row).name().equals(name)) {
      return row;
    }
    return now.rows().stream().map(Row::name).toList().indexOf(name);
  }

  /// Goes to a cell.
  void go(int row, int column) {
    active = column;
    reveal(column);
    list.getSelectionModel().select(row);
    list.refresh();
    point();
  }

  /// Shows so many rows at least, however little room there is.
  void keep(int rows) {
    rowsLeast = rows;
    double all = grid.rows().size() * size.rowHeight() + BORDER;
    list.setMinHeight(Math.min(all, rows * size.rowHeight() + BORDER));
  }

  private void fit() {
    size.fit(getWidth(), grid.columns().size());
    head.requestLayout();
    list.refresh();
  }

  private void pressed(KeyEvent event) {
    int last = grid.columns().size() - 1;
    int wanted =
        switch (event.getCode()) {
          case KeyCode.LEFT -> active - 1;
          case KeyCode.RIGHT -> active + 1;
          default -> active;
        };
    if (event.getCode() == KeyCode.ENTER && pointed.get() != null) {
      onOpen.accept(pointed.get());
      event.consume();
    } else if (wanted != active) {
      active = Math.clamp(wanted, 0, Math.max(0, last));
      reveal(active);
      list.refresh();
      point();
      list.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
      event.consume();
    }
  }

  /// Scrolls a column into view.
  private void reveal(int column) {
    if (bar != null && bar.getMax() > 0) {
      double left = column * size.cellWidthProperty().get();
      double room = getWidth() - size.headWidth() - 2 * GridSize.CELL_MIN;
      double now = bar.getValue();
      double wanted = Math.clamp(now, left + size.cellWidthProperty().get() - room, left);
      bar.setValue(Math.clamp(wanted, 0, bar.getMax()));
    }
  }

  private void point() {
    int row = list.getSelectionModel().getSelectedIndex();
    if (row >= 0 && row < grid.rows().size()) {
      pointAt(row, active);
    }
  }

  private void pointAt(int row, int column) {
    pointedRow = row;
    pointedColumn = column;
    List<Cell> cells = grid.rows().get(row).cells();
    pointed.set(column < cells.size() ? cells.get(column) : null);
  }

  /// What a row says is its cell that the keyboard is at.
  private final class RowCell extends SpokenCell<Row> {
    private final Tooltip tooltip = new Tooltip();
    private final GridRow shown = new GridRow(size, this::hover, this::press);

    RowCell() {
      selectedProperty().subscribe(_ -> draw());
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(360);
    }

    private void hover(int column) {
      if (getItem() != null) {
        pointAt(getIndex(), column);
        tooltip.setText(getItem().cells().get(column).sentence());
        Tooltip.install(shown, tooltip);
      }
    }

    private void press(int column) {
      if (getItem() != null) {
        go(getIndex(), column);
        onOpen.accept(getItem().cells().get(column));
      }
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : shown);
      draw();
    }

    private void draw() {
      if (getItem() != null) {
        shown.show(getItem(), grid.hue(getItem().name()), isSelected() ? active : -1);
      }
    }

    @Override
    protected String spoken() {
      Row row = getItem();
      return row == null || active >= row.cells().size()
          ? ""
          : row.name() + ", " + row.cells().get(active).sentence();
    }
  }
}
