package dev.flotilla.app.desktop.causality.machines;

import dev.flotilla.app.desktop.control.Alike;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The names above the columns of a [GridView]: in narrow columns only the disc of the machine.
final class GridHead extends Region {
  private static final double WIDE = 48;
  private static final double DISCS = 28;

  /// Names that stand on end.
  private static final double NARROW = 84;

  private final GridSize size;
  private final boolean isNamed;
  private Grid grid = Grid.EMPTY;
  private List<String> names = List.of();
  private boolean areAlike;
  private boolean isNarrow;

  /// @param isNamed whether names stand above the columns; else they are above another grid
  GridHead(GridSize size, boolean isNamed) {
    this.size = size;
    this.isNamed = isNamed;
    getStyleClass().add("grid-head");
    size.cellWidthProperty()
        .subscribe(_ -> {
          // What is made while a page is laid out has no style before the next time.
          if (isNarrow != size.isNarrow()) {
            fill();
          }
          requestLayout();
        });
    size.scrolledProperty().subscribe(_ -> requestLayout());
    Rectangle seen = new Rectangle();
    seen.widthProperty().bind(widthProperty());
    seen.heightProperty().bind(heightProperty());
    setClip(seen);
  }

  void show(Grid newGrid) {
    grid = newGrid;
    names = grid.columns();
    areAlike = Alike.begin(names);
    fill();
  }

  private void fill() {
    isNarrow = size.isNarrow();
    getChildren().setAll(names.stream().map(this::column).toList());
    requestLayout();
  }

  private Node column(String name) {
    if (size.isNarrow()) {
      Label label = Labels.of(isNamed ? name : "", "small", "soft");
      label.setMinWidth(0);
      label.setTextOverrun(areAlike ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
      label.setPrefWidth(NARROW);
      label.setMaxWidth(NARROW);
      label.setRotate(-90);
      return new Group(label);
    }
    Avatar avatar = new Avatar(name);
    avatar.tint(grid.hue(name));
    avatar.setTooltip(new Tooltip(name));
    VBox column = new VBox(Space.TIGHT, avatar);
    column.setAlignment(Pos.BOTTOM_CENTER);
    if (isNamed) {
      Label label = Labels.of(name, "small", "soft");
      label.setMinWidth(0);
      label.setTextOverrun(areAlike ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
      column.getChildren().add(label);
    }
    return column;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (size.isNarrow()) {
      return isNamed ? NARROW + Space.TIGHT : 0;
    }
    return isNamed ? WIDE : DISCS;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = size.cellWidthProperty().get();
    for (int column = 0; column < getChildren().size(); column++) {
      Node name = getChildren().get(column);
      double left = size.headWidth() + column * width - size.scrolledProperty().get();
      name.setVisible(left > size.headWidth() - width / 2);
      if (name.isResizable()) {
        name.resizeRelocate(left, 0, width - 2, getHeight() - Space.TIGHT);
      } else {
        Bounds bounds = name.getLayoutBounds();
        name.relocate(
            left + (width - 2 - bounds.getWidth()) / 2,
            getHeight() - Space.TIGHT - bounds.getHeight());
      }
    }
  }
}
