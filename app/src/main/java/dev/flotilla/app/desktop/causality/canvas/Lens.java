package dev.flotilla.app.desktop.causality.canvas;

/// How a diagram is brought onto the screen: how large, and which part.
///
/// @param rowHeight pixels of one row
/// @param laneWidth pixels from lane to lane
/// @param left pixels of the diagram that are left of the picture
/// @param top pixels of it that are above
/// @param gutter pixels at the left edge that are no lane's
/// @param gaps rows above which there is more room, where there are words
record Lens(double rowHeight, double laneWidth, double left, double top, double gutter, Gaps gaps) {
  /// From the upper edge to the first row, and from the last one to the lower edge.
  static final double PAD = 28;

  /// From the left edge of a lane's room to its line.
  static final double LANE_INSET = 22;

  /// Rows below this leave no room for texts, in pixels.
  static final double LABELS = 18;

  private static final double DETAILS = 34;
  private static final double LANE_LABELS = 72;
  private static final double FAR = 8;
  private static final double ARROWS = 14;
  private static final double RADIUS_LEAST = 3;
  private static final double RADIUS_PART = 0.36;

  double x(int column) {
    return Math.round(gutter + column * laneWidth + LANE_INSET - left) + 0.5;
  }

  double y(double row) {
    return Math.round(down(row) - top) + 0.5;
  }

  Spot at(int column, double row) {
    return new Spot(x(column), y(row));
  }

  /// How far below the upper edge of the diagram a row is, in pixels.
  double down(double row) {
    return PAD + row * rowHeight + (hasLabels() ? gaps.upTo(row) * Gaps.HEIGHT : 0);
  }

  /// The row at a height of the picture.
  double row(double y) {
    double down = y + top;
    if (!hasLabels()) {
      return (down - PAD) / rowHeight;
    }
    int low = 0;
    int high = gaps.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (down(gaps.row(middle)) <= down) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    double row = (down - PAD - low * Gaps.HEIGHT) / rowHeight;
    return low < gaps.count() ? Math.min(row, Math.nextDown(gaps.row(low))) : row;
  }

  /// Whether texts beside the marks have room.
  boolean hasLabels() {
    return rowHeight >= LABELS && laneWidth >= LANE_LABELS;
  }

  /// Whether a second line has room.
  boolean hasDetails() {
    return rowHeight >= DETAILS && laneWidth >= LANE_LABELS;
  }

  /// Whether the heads of arrows have room.
  boolean hasArrows() {
    return rowHeight >= ARROWS;
  }

  /// How large the mark of an event is, in pixels.
  double radius() {
    return Math.clamp(rowHeight * RADIUS_PART, RADIUS_LEAST, MarkPainter.RADIUS);
  }

  /// Whether single events cannot be told apart.
  boolean isFar() {
    return rowHeight < FAR;
  }
}
