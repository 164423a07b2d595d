package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.layout.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where in a diagram machines were apart: spans of rows in which no line goes from one group of
/// lanes to another. Immutable.
final class Rifts {
  /// Lanes side by side of one group, and its rows.
  record Island(int firstColumn, int lastColumn, double topRow, double bottomRow) {}

  /// @param top its first row
  record Rift(Apart apart, double top, double bottom, List<Island> islands) {}

  static final Rifts NONE = new Rifts(List.of());

  private final List<Rift> rifts;
  private final Gaps gaps;

  private Rifts(List<Rift> rifts) {
    this.rifts = List.copyOf(rifts);
    this.gaps = new Gaps(rifts.stream().mapToDouble(Rift::top).toArray());
  }

  /// Of the episodes, what the diagram shows of two sides at least.
  static Rifts of(Columns columns, List<Apart> episodes) {
    List<Rift> rifts = new ArrayList<>();
    for (Apart apart : episodes) {
      rift(columns, apart).ifPresent(rifts::add);
    }
    return new Rifts(rifts);
  }

  List<Rift> all() {
    return rifts;
  }

  Gaps gaps() {
    return gaps;
  }

  private static Optional<Rift> rift(Columns columns, Apart apart) {
    List<Island> islands = new ArrayList<>();
    int sides = 0;
    for (Apart.Side side : apart.sides()) {
      List<Mark> marks =
          side.events().stream().flatMap(event -> columns.markOf(event).stream()).toList();
      if (!marks.isEmpty()) {
        sides++;
        islands(marks, islands);
      }
    }
    if (sides < 2) {
      return Optional.empty();
    }
    double top = islands.stream().mapToDouble(Island::topRow).min().orElse(0);
    double bottom = islands.stream().mapToDouble(Island::bottomRow).max().orElse(0);
    return Optional.of(new Rift(apart, top, bottom, List.copyOf(islands)));
  }

  private static void islands(List<Mark> marks, List<Island> islands) {
    double top = marks.stream().mapToDouble(Mark::row).min().orElse(0);
    double bottom = marks.stream().mapToDouble(Mark::row).max().orElse(0);
    SortedSet<Integer> columns = new TreeSet<>();
    marks.forEach(mark -> columns.add(mark.column()));
    int first = columns.getFirst();
    int last = first;
    for (int column : columns) {
      if (column > last + 1) {
        islands.add(new Island(first, last, top, bottom));
        first = column;
      }
      last = column;
    }
    islands.add(new Island(first, last, top, bottom));
  }
}
