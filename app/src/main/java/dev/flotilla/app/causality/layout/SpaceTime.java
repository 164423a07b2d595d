package dev.flotilla.app.causality.layout;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Lane;
import java.util.List;

/// A space-time diagram: where each event is drawn. Immutable.
public final class SpaceTime {
  private final CausalHistory history;
  private final List<Lane> lanes;
  private final List<Mark> marks;
  private final List<Edge> edges;

  /// By index of an event, the place of its mark; -1 if it is not shown.
  private final int[] markOf;

  SpaceTime(
      CausalHistory history, List<Lane> lanes, List<Mark> marks, List<Edge> edges, int[] markOf) {
    this.history = history;
    this.lanes = List.copyOf(lanes);
    this.marks = List.copyOf(marks);
    this.edges = List.copyOf(edges);
    this.markOf = markOf;
  }

  /// What it is a diagram of.
  public CausalHistory history() {
    return history;
  }

  /// The lanes that are shown, by column.
  public List<Lane> lanes() {
    return lanes;
  }

  /// By row, then column.
  public List<Mark> marks() {
    return marks;
  }

  /// By the row of their later end.
  public List<Edge> edges() {
    return edges;
  }

  /// The place of the mark that shows an event; -1 if none does.
  public int mark(int event) {
    return markOf[event];
  }

  /// Its height in rows.
  public double rows() {
    return marks.isEmpty() ? 0 : marks.getLast().row() + 1;
  }
}
