package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Hues;
import dev.flotilla.net.change.ChangeRef;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The marks of each lane from the top down. Immutable.
final class Columns {
  private final SpaceTime diagram;
  private final List<Mark> marks;

  /// By column, the places of its marks.
  private final int[][] places;

  private final List<Hue> hues;

  Columns(SpaceTime diagram) {
    this.diagram = diagram;
    this.marks = diagram.marks();
    // Of all lanes: hiding one does not colour the others anew.
    Map<String, Hue> all = Hues.of(diagram.history().lanes().stream().map(Lane::machine).toList());
    this.hues =
        diagram.lanes().stream()
            .map(lane -> all.getOrDefault(lane.machine(), Hue.of(lane.machine())))
            .toList();
    int[] sizes = new int[diagram.lanes().size()];
    marks.forEach(mark -> sizes[mark.column()]++);
    this.places = new int[sizes.length][];
    Arrays.setAll(places, column -> new int[sizes[column]]);
    int[] filled = new int[sizes.length];
    for (int place = 0; place < marks.size(); place++) {
      int column = marks.get(place).column();
      places[column][filled[column]++] = place;
    }
  }

  SpaceTime diagram() {
    return diagram;
  }

  CausalHistory history() {
    return diagram.history();
  }

  /// The mark that shows an event; none for -1.
  Optional<Mark> markOf(int event) {
    int place = event < 0 ? -1 : diagram.mark(event);
    return place < 0 ? Optional.empty() : Optional.of(marks.get(place));
  }

  /// The places of the marks that show any of these changes.
  BitSet places(Collection<ChangeRef> changes) {
    BitSet found = new BitSet();
    for (ChangeRef change : changes) {
      int place = history().find(change).stream().map(diagram::mark).findFirst().orElse(-1);
      if (place >= 0) {
        found.set(place);
      }
    }
    return found;
  }

  /// The colour of a lane.
  Hue hue(int column) {
    return hues.get(column);
  }

  int count() {
    return places.length;
  }

  /// How many marks a lane has.
  int size(int column) {
    return places[column].length;
  }

  /// A mark of a lane, counted from the top.
  Mark mark(int column, int at) {
    return marks.get(places[column][at]);
  }

  /// How many marks from the top of a lane fulfil a condition that no later one fulfils.
  int prefix(int column, Predicate<Mark> condition) {
    int low = 0;
    int high = places[column].length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (condition.test(mark(column, middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Where in its lane a mark is.
  int position(Mark mark) {
    return prefix(mark.column(), other -> other.row() < mark.row());
  }

  /// The mark of a lane that is nearest to a height; -1 if the lane has none.
  int nearest(int column, double row) {
    int below = prefix(column, mark -> mark.row() < row);
    if (below == 0 || below == places[column].length) {
      return Math.min(below, places[column].length - 1);
    }
    double up = row - mark(column, below - 1).row();
    return mark(column, below).row() - row < up ? below : below - 1;
  }
}
