package dev.flotilla.app.desktop.causality.canvas;

/// Which part of a diagram is looked at, and how large. Never looks beyond its edges.
///
/// Not safe for several threads.
final class Viewport {
  static final double ROW = 40;
  static final double ROW_MOST = 96;
  private static final double LANE_LEAST = 116;

  /// Lanes that all have room are not narrower than that; else there are fewer, and wider.
  private static final double LANE_LEAST_OF_ALL = 80;

  private static final double LANE_LEAST_UNNAMED = 32;
  private static final double LANE_MOST = 280;
  private static final double GUTTER = 8;
  private static final double END = 12;

  private double width;
  private double height;
  private double rows;
  private int lanes = 1;
  private double gutter = GUTTER;
  private Gaps gaps = Gaps.NONE;
  private double rowHeight = ROW;
  private double left;
  private double top;

  void resize(double newWidth, double newHeight) {
    boolean atEnd = isAtEnd();
    width = newWidth;
    height = newHeight;
    stay(atEnd);
  }

  /// @param newRows the height of the diagram in rows
  /// @param newLanes how many lanes it has
  /// @param newGaps where rows have more room above them
  void show(double newRows, int newLanes, Gaps newGaps) {
    rows = newRows;
    lanes = Math.max(1, newLanes);
    gaps = newGaps;
    stay(false);
  }

  /// @param axis room for times at the left edge, in pixels
  void keepFree(double axis) {
    gutter = GUTTER + axis;
    stay(false);
  }

  private void stay(boolean atEnd) {
    rowHeight = Math.clamp(rowHeight, rowLeast(), ROW_MOST);
    top = Math.clamp(atEnd ? Double.MAX_VALUE : top, 0, topMost());
    left = Math.clamp(left, 0, leftMost());
  }

  Lens lens() {
    return new Lens(rowHeight, laneWidth(), left, top, gutter, gaps);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double top() {
    return top;
  }

  double left() {
    return left;
  }

  double rowHeight() {
    return rowHeight;
  }

  private double laneWidth() {
    return laneWidth(width);
  }

  private double laneWidth(double room) {
    double fitting = (room - gutter - END) / lanes;
    double named = fitting >= LANE_LEAST_OF_ALL ? LANE_LEAST_OF_ALL : LANE_LEAST;
    double least = rowHeight < Lens.LABELS ? LANE_LEAST_UNNAMED : named;
    return Math.clamp(fitting, least, LANE_MOST);
  }

  /// How far it can be moved downwards, in pixels.
  double topMost() {
    return Math.max(0, wholeHeight() - height);
  }

  double leftMost() {
    return Math.max(0, gutter + END + lanes * laneWidth() - width);
  }

  /// Whether not all lanes have room in a picture of that width.
  boolean isWiderThan(double room) {
    return gutter + END + lanes * laneWidth(room) > room;
  }

  double wholeHeight() {
    return lens().down(Math.max(0, rows - 1)) + Lens.PAD;
  }

  /// Whether the newest is visible.
  boolean isAtEnd() {
    return top >= topMost() - 1;
  }

  private double rowLeast() {
    double fitting = (height - 2 * Lens.PAD) / Math.max(1, rows - 1);
    return Math.clamp(fitting, 0.01, ROW);
  }

  void pan(double dx, double dy) {
    left = Math.clamp(left + dx, 0, leftMost());
    top = Math.clamp(top + dy, 0, topMost());
  }

  void scrollTo(double newTop) {
    top = Math.clamp(newTop, 0, topMost());
  }

  void toEnd() {
    top = topMost();
  }

  /// Shows rows larger or smaller; what is at a height of the picture stays there.
  void zoom(double factor, double y) {
    double row = lens().row(y);
    rowHeight = Math.clamp(rowHeight * factor, rowLeast(), ROW_MOST);
    top = Math.clamp(lens().down(row) - y, 0, topMost());
    left = Math.clamp(left, 0, leftMost());
  }

  /// The size in which texts have room.
  void zoomToNormal(double y) {
    zoom(ROW / rowHeight, y);
  }

  /// Everything at once.
  void zoomToAll() {
    rowHeight = Math.clamp(rowLeast(), 0, ROW);
    top = 0;
  }

  /// Moves as little as is needed for a mark to be seen with some of what is around it.
  void reveal(int column, double row) {
    double margin = Math.min(height / 4, 2 * ROW);
    double y = lens().down(row);
    if (y - top < margin) {
      top = y - margin;
    } else if (y - top > height - margin) {
      top = y - height + margin;
    }
    double x = gutter + column * laneWidth();
    if (x < left) {
      left = x;
    } else if (x + laneWidth() > left + width) {
      left = x + laneWidth() - width;
    }
    pan(0, 0);
  }

  /// Puts a row at a height of the picture.
  void hold(double row, double y) {
    scrollTo(lens().down(row) - y);
  }
}
