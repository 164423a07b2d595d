package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.causality.machines.Grid.Cell;
import dev.flotilla.app.desktop.causality.machines.Grid.Row;
import dev.flotilla.app.desktop.causality.machines.Grid.Tone;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One row of a [GridView]: its name, then a cell for each column. Used for one row after another;
/// its cells are kept.
final class GridRow extends Region {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final double GAP = 2;

  private final GridSize size;
  private final IntConsumer onPointed;
  private final IntConsumer onPressed;
  private final Avatar avatar = new Avatar("");
  private final Label name = Labels.of("", "grid-name");
  private final Label note = Labels.of("", "small", "soft");
  private final HBox head;
  private final List<Label> cells = new ArrayList<>();

  GridRow(GridSize size, IntConsumer onPointed, IntConsumer onPressed) {
    this.size = size;
    this.onPointed = onPointed;
    this.onPressed = onPressed;
    name.setMinWidth(0);
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    note.setMinWidth(0);
    VBox words = size.isRoomy() ? new VBox(name, note) : new VBox(name);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    head = size.hasAvatars() ? new HBox(Space.SMALL, avatar, words) : new HBox(words);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    if (!size.hasAvatars()) {
      name.getStyleClass().add("mono");
    }
    head.getStyleClass().add("grid-row-head");
    // Names stay while columns are scrolled below them.
    head.setViewOrder(-1);
    size.cellWidthProperty().subscribe(_ -> requestLayout());
    size.scrolledProperty().subscribe(_ -> requestLayout());
  }

  /// @param hue the colour of its machine
  /// @param active the column that the keyboard is at; -1 for none
  void show(Row row, Hue hue, int active) {
    avatar.show(row.name());
    avatar.tint(hue);
    if (row.isFaint()) {
      avatar.getStyleClass().add("hollow");
    }
    name.setText(row.name());
    note.setText(row.note());
    note.getStyleClass()
        .setAll("label", "small", row.tone() == Tone.LEVEL ? "soft" : "behind-note");
    while (cells.size() < row.cells().size()) {
      cells.add(cell(cells.size()));
      getChildren().add(cells.getLast());
    }
    for (int column = 0; column < cells.size(); column++) {
      Label cell = cells.get(column);
      boolean isShown = column < row.cells().size();
      cell.setVisible(isShown);
      if (isShown) {
        show(cell, row.cells().get(column), column == active);
      }
    }
    requestLayout();
  }

  private Label cell(int column) {
    Label cell = new Label();
    cell.setAlignment(Pos.CENTER);
    cell.setOnMouseEntered(_ -> onPointed.accept(column));
    cell.setOnMouseClicked(_ -> onPressed.accept(column));
    return cell;
  }

  private void show(Label label, Cell cell, boolean isActive) {
    label.setText(size.isNarrow() ? cell.narrow() : cell.text());
    label
        .getStyleClass()
        .setAll(
            "label",
            "grid-cell",
            "cell-" + cell.tone().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    label.pseudoClassStateChanged(ACTIVE, isActive);
  }

  @Override
  protected double computePrefWidth(double height) {
    return size.headWidth() + cells.size() * size.cellWidthProperty().get();
  }

  @Override
  protected double computePrefHeight(double width) {
    return size.rowHeight();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double width = size.cellWidthProperty().get();
    head.resizeRelocate(size.scrolledProperty().get(), 0, size.headWidth() - Space.SMALL, height);
    for (int column = 0; column < cells.size(); column++) {
      cells
          .get(column)
          .resizeRelocate(size.headWidth() + column * width, GAP / 2, width - GAP, height - GAP);
    }
  }
}
