package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.layout.Edge;
import dev.flotilla.app.causality.layout.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws how two events stand to each other: the way on which the later author came to know of the
/// earlier event, or that there is none.
final class RelationPainter {
  private static final double WIDTH = 3;
  private static final double ROUND = 10;
  private static final double ABOVE = 20;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;

  RelationPainter(Subject subject, Ink ink, Lens lens) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
  }

  void paint() {
    int one = subject.light().event();
    int other = subject.compared();
    Optional<Mark> from = subject.columns().markOf(Math.min(one, other));
    Optional<Mark> to = subject.columns().markOf(Math.max(one, other));
    if (one < 0 || other < 0 || from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return;
    }
    CausalHistory history = subject.diagram().history();
    if (history.areConcurrent(one, other)) {
      Spot start = at(from.get());
      Spot end = at(to.get());
      Spot middle = apart(start, end);
      pill(middle, subject.texts().of("diagram.apart"), Tone.APART, Tone.APART_UNDER);
    } else {
      way(from.get(), to.get());
    }
  }

  /// Above the row where both are on one: else it would lie on the words beside the first.
  ///
  /// @return its middle
  private Spot apart(Spot start, Spot end) {
    Stroke stroke = Stroke.dashed(Tone.APART, 2);
    double x = (start.x() + end.x()) / 2;
    if (!lens.hasLabels() || Math.abs(start.y() - end.y()) > ABOVE) {
      ink.line(start, end, stroke);
      return new Spot(x, (start.y() + end.y()) / 2);
    }
    double y = Math.min(start.y(), end.y()) - ABOVE;
    Spot first = new Spot(start.x(), y);
    Spot last = new Spot(end.x(), y);
    ink.line(start, first, stroke);
    ink.line(first, last, stroke);
    ink.line(last, end, stroke);
    return new Spot(x, y);
  }

  private void way(Mark from, Mark to) {
    List<Mark> way = path(from, to);
    for (int at = 1; at < way.size(); at++) {
      Mark before = way.get(at - 1);
      Mark after = way.get(at);
      Stroke stroke = Stroke.solid(Tone.CHOSEN, WIDTH);
      if (before.column() == after.column() || !lens.hasArrows()) {
        ink.line(at(before), at(after), stroke);
      } else {
        ink.curve(new Detour(subject.columns(), lens).between(before, after), stroke);
      }
    }
    if (lens.hasLabels() && way.size() > 1) {
      Spot start = at(way.get(way.size() - 2));
      Spot end = at(to);
      Spot middle = new Spot((start.x() + end.x()) / 2, (start.y() + end.y()) / 2);
      pill(middle, subject.texts().of("diagram.future"), Tone.CHOSEN, Tone.CHOSEN_UNDER);
    }
  }

  private void pill(Spot middle, String words, Tone tone, Tone under) {
    double width = ink.widths().of(words, Face.LABEL);
    Box box = Box.around(middle, width + 20, 2 * ROUND);
    ink.pill(box, ROUND, under);
    ink.frame(box, ROUND, Stroke.solid(tone, 1));
    ink.text(middle.plus(-width / 2, 4), words, Face.LABEL, tone);
  }

  private Spot at(Mark mark) {
    return lens.at(mark.column(), mark.row());
  }

  /// From the earlier mark to the later one, along what was seen first. Cost: the steps of the way
  /// times lanes.
  private List<Mark> path(Mark from, Mark to) {
    List<Mark> marks = subject.diagram().marks();
    int start = subject.diagram().mark(from.first());
    int at = subject.diagram().mark(to.first());
    List<Mark> way = new ArrayList<>(List.of(to));
    while (at != start) {
      int next = -1;
      for (int place = firstInto(at);
          place < subject.diagram().edges().size()
              && subject.diagram().edges().get(place).to() == at;
          place++) {
        int before = subject.diagram().edges().get(place).from();
        if (before == start || isBetween(from, marks.get(before))) {
          next = next == -1 || before == start ? before : next;
        }
      }
      if (next < 0) {
        return List.of(from, to);
      }
      at = next;
      way.addFirst(marks.get(at));
    }
    return way;
  }

  private boolean isBetween(Mark from, Mark mark) {
    return subject.diagram().history().isBefore(from.last(), mark.last());
  }

  /// The place of the first edge that arrives at a mark.
  private int firstInto(int mark) {
    List<Edge> edges = subject.diagram().edges();
    int low = 0;
    int high = edges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edges.get(middle).to() < mark) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
