package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Edge;
import dev.flotilla.app.causality.layout.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Draws a diagram from so far that single events cannot be told apart: how much happened on each
/// lane, and between which lanes news went. Where lanes were apart, no line goes over.
final class FarPainter {
  /// Pixels of a lane that are one bar.
  private static final int BAR = 4;

  private static final double BAR_LEAST = 3;
  private static final double BAR_MOST = 2 * Lens.LANE_INSET - 6;

  /// Lines between lanes; more would be no more than a gray area.
  private static final int LINES_MOST = 320;

  private static final double LINES_APART = 18;
  private static final double PALE = 0.35;
  private static final double PALER = 0.15;
  private static final double BAR_PALE = 0.75;
  private static final double DISPUTED = 4;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;
  private final Box box;

  FarPainter(Subject subject, Ink ink, Lens lens, Box box) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
    this.box = box;
  }

  void paint() {
    lines();
    List<Bar> bars = new ArrayList<>();
    for (int column = 0; column < subject.columns().count(); column++) {
      bars(column, bars);
    }
    int most = bars.stream().mapToInt(Bar::events).max().orElse(1);
    ink.faded(BAR_PALE, () -> bars.forEach(bar -> paint(bar, most)));
    subject.disputed().stream().forEach(place -> disputed(subject.diagram().marks().get(place)));
    subject.columns().markOf(subject.light().event()).ifPresent(this::chosen);
    subject.columns().markOf(subject.compared()).ifPresent(this::chosen);
  }

  private void disputed(Mark mark) {
    Spot at = lens.at(mark.column(), mark.row());
    if (at.y() > box.y() - DISPUTED && at.y() < box.y() + box.height() + DISPUTED) {
      ink.disc(at, DISPUTED + 1.5, Tone.PAGE);
      ink.ring(at, DISPUTED, Stroke.solid(Tone.RED, 2));
    }
  }

  /// One of all lines that go from one lane to another at about the same height.
  private void lines() {
    List<Edge> edges = subject.diagram().edges();
    List<Mark> marks = subject.diagram().marks();
    List<Edge> chosen = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    subject
        .crossings()
        .between(
            lens.row(box.y()),
            lens.row(box.y() + box.height()),
            place -> {
              Edge edge = edges.get(place);
              Mark to = marks.get(edge.to());
              if (!edge.isOwn() && taken.add(key(marks.get(edge.from()), to))) {
                chosen.add(edge);
              }
            });
    int step = 1 + chosen.size() / LINES_MOST;
    for (int at = 0; at < chosen.size(); at += step) {
      line(marks.get(chosen.get(at).from()), marks.get(chosen.get(at).to()));
    }
  }

  private long key(Mark from, Mark to) {
    long height = (long) Math.floor((lens.y(to.row()) + lens.top()) / LINES_APART);
    return (height * subject.columns().count() + from.column()) * subject.columns().count()
        + to.column();
  }

  private void line(Mark from, Mark to) {
    Light light = subject.light();
    boolean lit = light.isOn() && light.lights(from, to);
    Tone tone = !lit ? Tone.FAINT : light.of(to) == Standing.FUTURE ? Tone.FUTURE : Tone.PAST;
    ink.faded(
        lit || !light.isOn() ? PALE : PALER,
        () ->
            ink.line(
                lens.at(from.column(), from.row()),
                lens.at(to.column(), to.row()),
                Stroke.solid(tone, 1)));
  }

  private void bars(int column, List<Bar> bars) {
    Columns columns = subject.columns();
    double last = lens.row(box.y() + box.height());
    double top = lens.row(box.y());
    int at = columns.prefix(column, mark -> mark.row() < top);
    while (at < columns.size(column) && columns.mark(column, at).row() <= last) {
      Mark first = columns.mark(column, at);
      long height = bar(first);
      int events = 0;
      while (at < columns.size(column) && bar(columns.mark(column, at)) == height) {
        events += columns.mark(column, at).count();
        at++;
      }
      bars.add(new Bar(first, height * BAR - lens.top(), events));
    }
  }

  private long bar(Mark mark) {
    return (long) Math.floor((lens.y(mark.row()) + lens.top()) / BAR);
  }

  /// @param first one of its marks
  private record Bar(Mark first, double y, int events) {}

  private void paint(Bar what, int most) {
    Mark mark = what.first();
    double room = Math.min(BAR_MOST, lens.laneWidth() - 4);
    double width = BAR_LEAST + (room - BAR_LEAST) * what.events() / most;
    Box bar = Box.around(new Spot(lens.x(mark.column()), what.y() + BAR / 2.0), width, BAR);
    Standing standing = subject.light().of(mark);
    if (standing == Standing.APART) {
      ink.frame(
          new Box(bar.x() + 0.5, bar.y() + 0.5, bar.width() - 1, bar.height() - 1),
          0,
          Stroke.solid(Tone.LINE_STRONG, 1));
    } else {
      ink.pill(bar, 0, subject.hue(mark.column()));
    }
  }

  private void chosen(Mark mark) {
    Spot at = lens.at(mark.column(), mark.row());
    ink.disc(at, MarkPainter.RADIUS + 3, Tone.PAGE);
    ink.disc(at, MarkPainter.RADIUS, subject.hue(mark.column()));
    ink.ring(at, MarkPainter.RADIUS + 3, Stroke.solid(Tone.CHOSEN, 2));
  }
}
