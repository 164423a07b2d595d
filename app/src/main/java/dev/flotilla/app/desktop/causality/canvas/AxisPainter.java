package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.List;

/// Draws the times of rows at the left edge, where heights follow the clocks.
final class AxisPainter {
  static final double WIDTH = 72;
  private static final double APART = 22;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;
  private final Box box;

  AxisPainter(Subject subject, Ink ink, Lens lens, Box box) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
    this.box = box;
  }

  /// Dotted lines across, below everything else.
  void grid() {
    ticks((y, _) ->
        ink.line(
            new Spot(box.x() + WIDTH, y),
            new Spot(box.x() + box.width(), y),
            new Stroke(Tone.LINE, 1, 2)));
  }

  /// The times.
  void paint() {
    ink.pill(new Box(box.x(), box.y(), WIDTH, box.height()), 0, Tone.BAND);
    ink.line(
        new Spot(box.x() + WIDTH - 0.5, box.y()),
        new Spot(box.x() + WIDTH - 0.5, box.y() + box.height()),
        Stroke.solid(Tone.LINE, 1));
    ticks(this::tick);
  }

  private interface Tick {
    void at(double y, String time);
  }

  private void ticks(Tick then) {
    List<Mark> marks = subject.diagram().marks();
    double last = Double.NEGATIVE_INFINITY;
    String before = "";
    for (int at = DiagramPainter.first(marks, lens.row(box.y() - APART)); at < marks.size(); at++) {
      double y = lens.y(marks.get(at).row());
      if (y > box.y() + box.height() + APART) {
        return;
      }
      String time = subject.words().time(subject.diagram().history().event(marks.get(at).first()));
      if (y - last >= APART && !time.equals(before)) {
        then.at(y, time);
        last = y;
        before = time;
      }
    }
  }

  private void tick(double y, String time) {
    double width = ink.widths().of(time, Face.SMALL);
    ink.text(new Spot(box.x() + WIDTH - 12 - width, y + 4), time, Face.SMALL, Tone.SOFT);
    ink.line(
        new Spot(box.x() + WIDTH - 6, y),
        new Spot(box.x() + WIDTH, y),
        Stroke.solid(Tone.FAINT, 1));
  }
}
