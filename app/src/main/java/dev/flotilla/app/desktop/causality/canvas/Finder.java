package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.List;
import java.util.Optional;

/// Finds marks: below the pointer, and beside each other. Cost: O(log marks).
record Finder(Columns columns, Lens lens) {
  private static final double REACH = 14;

  /// The mark at a point of the picture, its words included.
  Optional<Mark> at(double x, double y) {
    double inLanes = x + lens.left() - lens.gutter();
    int column = (int) Math.floor(inLanes / lens.laneWidth());
    if (inLanes < 0 || column >= columns.count() || columns.size(column) == 0) {
      return Optional.empty();
    }
    Mark mark = columns.mark(column, columns.nearest(column, lens.row(y)));
    double reach = lens.isFar() ? REACH : Math.clamp(lens.rowHeight() / 2, 4, REACH);
    return Math.abs(lens.y(mark.row()) - y) <= reach ? Optional.of(mark) : Optional.empty();
  }

  /// The highest mark that is not above a height of the picture.
  Optional<Mark> firstBelow(double y) {
    List<Mark> marks = columns.diagram().marks();
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lens.y(marks.get(middle).row()) < y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < marks.size() ? Optional.of(marks.get(low)) : Optional.empty();
  }

  /// The next mark of the same lane.
  ///
  /// @param by 1 downwards, -1 upwards
  Mark along(Mark mark, int by) {
    int at = columns.position(mark) + by;
    return at < 0 || at >= columns.size(mark.column()) ? mark : columns.mark(mark.column(), at);
  }

  /// The mark of the next lane that is nearest in height.
  ///
  /// @param by 1 to the right, -1 to the left
  Mark across(Mark mark, int by) {
    for (int column = mark.column() + by; column >= 0 && column < columns.count(); column += by) {
      if (columns.size(column) > 0) {
        return columns.mark(column, columns.nearest(column, mark.row()));
      }
    }
    return mark;
  }

  /// The first or the last mark of a lane.
  Mark end(Mark mark, boolean isFirst) {
    return columns.mark(mark.column(), isFirst ? 0 : columns.size(mark.column()) - 1);
  }
}
