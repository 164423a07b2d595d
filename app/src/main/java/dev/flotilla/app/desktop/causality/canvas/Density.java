package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.ArrayList;
import java.util.List;

/// How much happened, where single events are too small to be seen.
final class Density {
  private Density() {}

  /// The pixels of a lane that has so many, from the top, each with the events that fall on it;
  /// those without any are left out.
  static List<int[]> of(Columns columns, int column, int pixels) {
    List<int[]> spans = new ArrayList<>();
    double rows = Math.max(1, columns.diagram().rows());
    for (int at = 0; at < columns.size(column); at++) {
      Mark mark = columns.mark(column, at);
      int pixel = (int) (mark.row() / rows * (pixels - 1));
      if (!spans.isEmpty() && spans.getLast()[0] == pixel) {
        spans.getLast()[1] += mark.count();
      } else {
        spans.add(new int[] {pixel, mark.count()});
      }
    }
    return spans;
  }

  static double opacity(int events) {
    return Math.min(1, 0.35 + 0.15 * events);
  }
}
