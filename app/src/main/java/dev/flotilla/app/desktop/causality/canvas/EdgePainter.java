package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Edge;
import dev.flotilla.app.causality.layout.Mark;
import java.util.List;

/// Draws the lanes and what was seen first.
final class EdgePainter {
  private static final double PALE = 0.28;
  private static final double ZONE = 22;
  private static final double ARROW = 4;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;
  private final Box box;
  private final Detour detour;

  EdgePainter(Subject subject, Ink ink, Lens lens, Box box) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
    this.box = box;
    this.detour = new Detour(subject.columns(), lens);
  }

  /// The lanes, with what of each is lit.
  void lanes() {
    for (int column = 0; column < subject.columns().count(); column++) {
      if (subject.light().isOn()) {
        zones(column);
      }
      double x = lens.x(column);
      if (x > box.x() - lens.laneWidth() && x < box.x() + box.width() + lens.laneWidth()) {
        lane(column);
      }
    }
  }

  /// What was seen first.
  void edges() {
    double topRow = lens.row(box.y());
    double bottomRow = lens.row(box.y() + box.height());
    List<Edge> edges = subject.diagram().edges();
    subject.crossings().between(topRow, bottomRow, place -> paint(edges.get(place)));
  }

  /// Strong from its first change to its last, so that it reads as one machine.
  private void lane(int column) {
    double x = lens.x(column);
    double end = box.y() + box.height();
    ink.line(new Spot(x, box.y()), new Spot(x, end), Stroke.solid(Tone.LINE, 1));
    int size = subject.columns().size(column);
    if (size > 1) {
      double from = Math.max(lens.y(subject.columns().mark(column, 0).row()), box.y());
      double to = Math.min(lens.y(subject.columns().mark(column, size - 1).row()), end);
      if (to > from) {
        ink.line(new Spot(x, from), new Spot(x, to), Stroke.solid(Tone.LINE_STRONG, 2));
      }
    }
  }

  /// What of a lane had been seen, and what had seen; in between is what is concurrent.
  private void zones(int column) {
    int past = subject.columns().prefix(column, mark -> isBefore(subject.light().of(mark)));
    int apart =
        subject.columns().prefix(column, mark -> subject.light().of(mark) != Standing.FUTURE);
    double x = lens.x(column);
    if (past > 0) {
      double end = lens.y(subject.columns().mark(column, past - 1).row()) + ZONE / 2;
      zone(x, box.y() - ZONE, end, Tone.PAST_UNDER);
    }
    if (apart < subject.columns().size(column)) {
      double start = lens.y(subject.columns().mark(column, apart).row()) - ZONE / 2;
      zone(x, start, box.y() + box.height() + ZONE, Tone.FUTURE_UNDER);
    }
  }

  private void zone(double x, double from, double to, Tone tone) {
    double start = Math.max(from, box.y() - ZONE);
    double end = Math.min(to, box.y() + box.height() + ZONE);
    if (end > start) {
      ink.pill(new Box(x - ZONE / 2, start, ZONE, end - start), ZONE / 2, tone);
    }
  }

  private static boolean isBefore(Standing standing) {
    return standing == Standing.PAST;
  }

  private void paint(Edge edge) {
    Mark from = subject.diagram().marks().get(edge.from());
    Mark to = subject.diagram().marks().get(edge.to());
    Spot start = lens.at(from.column(), from.row());
    Spot end = lens.at(to.column(), to.row());
    if (end.y() < box.y() || start.y() > box.y() + box.height()) {
      return;
    }
    boolean lit = subject.light().lights(from, to);
    if (lit) {
      stroke(edge, from, to, start, end);
    } else {
      ink.faded(PALE, () -> stroke(edge, from, to, start, end));
    }
  }

  private void stroke(Edge edge, Mark from, Mark to, Spot start, Spot end) {
    Tone tone = tone(from, to);
    double width = edge.isOwn() ? 2 : 1.5;
    Stroke stroke = edge.isDirect() ? Stroke.solid(tone, width) : Stroke.dashed(tone, width);
    if (edge.isOwn()) {
      ink.line(start, end, stroke);
      return;
    }
    if (!lens.hasArrows()) {
      ink.line(start, end, stroke);
      return;
    }
    ink.curve(detour.between(from, to), stroke);
    Spot tip = end.plus(0, -MarkPainter.RADIUS - 1);
    Stroke solid = Stroke.solid(tone, width);
    ink.line(tip.plus(-ARROW, -ARROW - 1), tip, solid);
    ink.line(tip.plus(ARROW, -ARROW - 1), tip, solid);
  }

  private Tone tone(Mark from, Mark to) {
    Light light = subject.light();
    if (!light.isOn()) {
      return subject.hue(from.column());
    }
    if (!light.lights(from, to)) {
      return Tone.FAINT;
    }
    return light.of(to) == Standing.FUTURE ? Tone.FUTURE : Tone.PAST;
  }
}
