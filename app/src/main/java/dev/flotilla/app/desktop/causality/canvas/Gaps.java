package dev.flotilla.app.desktop.causality.canvas;

import java.util.Arrays;

/// Rows above which there is room for a line of words. Immutable.
final class Gaps {
  /// Height of such a line, in pixels.
  static final double HEIGHT = 30;

  static final Gaps NONE = new Gaps(new double[0]);

  /// Ascending.
  private final double[] rows;

  Gaps(double[] rows) {
    this.rows = Arrays.stream(rows).distinct().sorted().toArray();
  }

  int count() {
    return rows.length;
  }

  double row(int at) {
    return rows[at];
  }

  /// How many are above a row, its own included.
  int upTo(double row) {
    int found = Arrays.binarySearch(rows, row);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
