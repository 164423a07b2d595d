package dev.flotilla.app.desktop.causality.machines;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/// How large the parts of a [GridView] are, in pixels.
final class GridSize {
  static final double CELL_MIN = 20;
  static final double CELL_MAX = 104;

  /// From here on whole words fit into a cell.
  private static final double WORDS = 56;

  private static final double ROOMY_ROW = 42;
  private static final double DENSE_ROW = 26;
  private static final double HEAD = 288;
  private static final double DENSE_HEAD = 160;

  /// Kept free for the scroll bar.
  private static final double BAR = 14;

  private final boolean hasAvatars;
  private final boolean isRoomy;
  private final ReadOnlyDoubleWrapper cellWidth = new ReadOnlyDoubleWrapper(CELL_MAX);
  private final DoubleProperty scrolled = new SimpleDoubleProperty();

  /// @param hasAvatars whether rows are machines
  /// @param isRoomy whether a row has a second line
  GridSize(boolean hasAvatars, boolean isRoomy) {
    this.hasAvatars = hasAvatars;
    this.isRoomy = isRoomy;
  }

  boolean hasAvatars() {
    return hasAvatars;
  }

  boolean isRoomy() {
    return isRoomy;
  }

  double rowHeight() {
    return isRoomy ? ROOMY_ROW : DENSE_ROW;
  }

  double headWidth() {
    return isNarrow() ? DENSE_HEAD : HEAD;
  }

  boolean isNarrow() {
    return cellWidth.get() < WORDS;
  }

  ReadOnlyDoubleProperty cellWidthProperty() {
    return cellWidth.getReadOnlyProperty();
  }

  /// How much of the columns is left of what is seen, where not all have room.
  DoubleProperty scrolledProperty() {
    return scrolled;
  }

  /// Fits so many columns into a width as well as that goes.
  void fit(double width, int columns) {
    if (columns == 0 || width <= 0) {
      return;
    }
    double wide = (width - HEAD - BAR) / columns;
    double wanted = wide >= WORDS ? wide : (width - DENSE_HEAD - BAR) / columns;
    cellWidth.set(Math.floor(Math.clamp(wanted, CELL_MIN, CELL_MAX)));
  }
}
