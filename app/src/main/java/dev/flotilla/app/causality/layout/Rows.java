package dev.flotilla.app.causality.layout;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.layout.Wanted.Spacing;
import java.util.Arrays;
import java.util.List;

/// The heights of marks.
final class Rows {
  /// A pause is drawn this high at most, in rows.
  private static final double PAUSE_MOST = 6;

  private static final double MINUTE = 60_000;

  private Rows() {}

  /// By event, its height in rows; only those of `firsts` are given one.
  ///
  /// @param firsts the first events of all marks, ascending
  static double[] of(CausalHistory history, List<Integer> firsts, Spacing spacing) {
    long[] keys =
        switch (spacing) {
          case CAUSAL -> depths(history);
          case CLOCK -> times(history);
        };
    long[] sorted = firsts.stream().mapToLong(first -> keys[first]).sorted().distinct().toArray();
    double[] heights = new double[sorted.length];
    for (int i = 1; i < sorted.length; i++) {
      double step = spacing == Spacing.CAUSAL ? 1 : pause(sorted[i] - sorted[i - 1]);
      heights[i] = heights[i - 1] + step;
    }
    double[] rows = new double[history.size()];
    firsts.forEach(first -> rows[first] = heights[Arrays.binarySearch(sorted, keys[first])]);
    return rows;
  }

  private static double pause(long millis) {
    double minutes = millis / MINUTE;
    return Math.min(PAUSE_MOST, 1 + Math.log1p(minutes) / Math.log(2) / 2);
  }

  private static long[] depths(CausalHistory history) {
    long[] depths = new long[history.size()];
    Arrays.setAll(depths, history::depth);
    return depths;
  }

  /// When it happened by its author's clock; later than what it had seen, whatever the clock says.
  private static long[] times(CausalHistory history) {
    long[] times = new long[history.size()];
    for (int index = 0; index < times.length; index++) {
      long time = history.event(index).at().wallMillis();
      for (int lane = 0; lane < history.lanes().size(); lane++) {
        int before =
            lane == history.lane(index) ? history.previous(index) : history.seen(index, lane);
        if (before >= 0) {
          time = Math.max(time, times[before] + 1);
        }
      }
      times[index] = time;
    }
    return times;
  }
}
