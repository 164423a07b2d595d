package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.ArrayList;
import java.util.List;

/// The way of a line from mark to mark, around the marks of the lanes between: through one of them
/// it would say that this one had seen something, too.
final class Detour {
  /// What is free above and below a mark, in pixels.
  static final double CLEAR = 14;

  private final Columns columns;
  private final Lens lens;

  Detour(Columns columns, Lens lens) {
    this.columns = columns;
    this.lens = lens;
  }

  /// From the upper mark to the lower one. Cost: O(lanes between · log marks).
  Curve between(Mark from, Mark to) {
    Spot start = lens.at(from.column(), from.row());
    Spot end = lens.at(to.column(), to.row());
    Curve straight = Curve.of(start, end);
    List<Spot> way = new ArrayList<>();
    boolean isClear = true;
    double least = start.y();
    int step = Integer.signum(to.column() - from.column());
    for (int column = from.column() + step; column != to.column(); column += step) {
      double x = lens.x(column);
      double wanted = Math.max(least, straight.heightAt(x));
      double free = free(column, wanted, least);
      isClear &= free == wanted;
      way.add(new Spot(x, free));
      least = free;
    }
    return isClear ? straight : Curve.through(start, way, end);
  }

  private double free(int column, double y, double least) {
    int nearest = columns.nearest(column, lens.row(y));
    if (nearest < 0) {
      return y;
    }
    double mark = lens.y(columns.mark(column, nearest).row());
    double clear = Math.min(CLEAR, lens.rowHeight() / 2);
    if (Math.abs(mark - y) >= clear) {
      return y;
    }
    return y < mark && mark - clear >= least ? mark - clear : mark + clear;
  }
}
