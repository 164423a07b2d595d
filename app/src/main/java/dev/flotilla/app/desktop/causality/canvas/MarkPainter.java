package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.Mark;

/// Draws events and runs, and the words beside them.
final class MarkPainter {
  static final double RADIUS = 6;

  /// From the bracket of an opened run to its lane.
  static final double BRACKET = 14;

  /// The line around what is concurrent.
  static final Stroke HOLLOW = new Stroke(Tone.APART, 1.75, 2.5);

  private static final double RUN_HEIGHT = 18;
  private static final double RUN_WIDTH = 24;
  private static final double CORNER = 6;
  private static final double STUB = 16;
  static final double BADGE = 5.5;
  private static final double TEXT_GAP = 8;
  private static final double TEXT_END = 8;
  private static final double TEXT_HEIGHT = 32;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;

  MarkPainter(Subject subject, Ink ink, Lens lens) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
  }

  void paint(Mark mark) {
    Spot at = lens.at(mark.column(), mark.row());
    Standing standing = subject.light().of(mark);
    if (subject.diagram().history().seesOlder(mark.first())) {
      ink.line(at.plus(0, -STUB), at, Stroke.dashed(Tone.FAINT, 1.5));
    }
    if (lens.hasLabels() && subject.isOpened(mark)) {
      bracket(mark, at);
    }
    double half = mark.isRun() ? run(mark, at, standing) : event(mark, at, standing);
    if (lens.hasLabels()) {
      label(mark, at.plus(half + TEXT_GAP, 0), standing);
    }
    if (subject.isDisputed(mark)) {
      double high = mark.isRun() ? RUN_HEIGHT / 2 : lens.radius();
      badge(ink, lens.hasLabels() ? at.plus(half + 1, -high - 1) : at, lens);
    }
  }

  /// Says that there is a conflict; where texts have no room, by a ring.
  static void badge(Ink ink, Spot at, Lens lens) {
    if (lens.hasLabels()) {
      ink.disc(at, BADGE + 1.5, Tone.PAGE);
      ink.disc(at, BADGE, Tone.RED);
      ink.text(at.plus(-ink.widths().of("!", Face.COUNT) / 2, 4), "!", Face.COUNT, Tone.PAGE);
    } else {
      ink.ring(at, lens.radius() + 2, Stroke.solid(Tone.RED, 1.5));
    }
  }

  /// Left of what was a run: a click there makes it one again.
  private void bracket(Mark mark, Spot at) {
    Columns columns = subject.columns();
    int position = columns.position(mark);
    boolean first = position == 0 || !subject.isOpened(columns.mark(mark.column(), position - 1));
    int next = position + 1;
    boolean last =
        next >= columns.size(mark.column()) || !subject.isOpened(columns.mark(mark.column(), next));
    Spot edge = at.plus(-BRACKET, 0);
    Stroke stroke = Stroke.solid(Tone.SOFT, 1.5);
    Spot top = first ? edge.plus(0, -RADIUS - 2) : edge;
    Spot bottom =
        last
            ? edge.plus(0, RADIUS + 2)
            : new Spot(edge.x(), lens.y(columns.mark(mark.column(), next).row()));
    ink.line(top, bottom, stroke);
    if (first) {
      ink.line(top, top.plus(4, 0), stroke);
    }
    if (last) {
      ink.line(bottom, bottom.plus(4, 0), stroke);
    }
  }

  private double event(Mark mark, Spot at, Standing standing) {
    double radius = lens.radius();
    if (subject.isChosen(mark)) {
      ink.disc(at, radius + 5, Tone.PAGE);
      ink.ring(at, radius + 4, Stroke.solid(Tone.CHOSEN, 2));
    }
    if (standing == Standing.APART) {
      ink.disc(at, radius, Tone.PAGE);
      ink.ring(at, radius - 0.75, HOLLOW);
    } else {
      ink.disc(at, radius + 1.5, Tone.PAGE);
      ink.disc(at, radius, subject.hue(mark.column()));
      if (standing == Standing.FUTURE) {
        ink.disc(at, radius / 3, Tone.PAGE);
      }
    }
    return radius;
  }

  private double run(Mark mark, Spot at, Standing standing) {
    String count = lens.hasLabels() ? String.valueOf(mark.count()) : "";
    double text = ink.widths().of(count, Face.COUNT);
    double size = lens.hasLabels() ? RUN_HEIGHT : 2 * lens.radius();
    double width = lens.hasLabels() ? Math.max(RUN_WIDTH, text + 12) : 2 * size;
    Box box = Box.around(at, width, size);
    if (subject.isChosen(mark)) {
      ink.pill(Box.around(at, width + 10, size + 10), CORNER + 4, Tone.PAGE);
      ink.frame(Box.around(at, width + 8, size + 8), CORNER + 3, Stroke.solid(Tone.CHOSEN, 2));
    }
    boolean apart = standing == Standing.APART;
    ink.pill(Box.around(at, width + 3, size + 3), CORNER + 1, Tone.PAGE);
    if (apart) {
      ink.frame(Box.around(at, width - 1, size - 1), CORNER, HOLLOW);
    } else {
      ink.pill(box, CORNER, subject.hue(mark.column()));
    }
    if (!count.isEmpty()) {
      ink.text(at.plus(-text / 2, 4), count, Face.COUNT, apart ? Tone.FAINT : Tone.PAGE);
    }
    return width / 2;
  }

  private void label(Mark mark, Spot at, Standing standing) {
    double room = end(mark) - at.x() - TEXT_END;
    Event event = subject.event(mark);
    String headline =
        mark.isRun()
            ? subject.texts().of("diagram.run", subject.words().headline(event), mark.count() - 1)
            : subject.words().headline(event);
    String first = ink.widths().fitting(headline, Face.LABEL, room);
    String second =
        lens.hasDetails()
            ? ink.widths().fitting(second(mark, event, standing), Face.SMALL, room)
            : "";
    double width =
        Math.max(ink.widths().of(first, Face.LABEL), ink.widths().of(second, Face.SMALL));
    boolean two = !second.isEmpty();
    double height = two ? 30 : 16;
    ink.faded(
        0.85,
        () -> ink.pill(new Box(at.x() - 3, at.y() - height / 2, width + 6, height), 3, Tone.PAGE));
    Tone tone = standing == Standing.APART ? Tone.FAINT : Tone.TEXT;
    ink.text(at.plus(0, two ? -2.5 : 4), first, Face.LABEL, tone);
    if (two) {
      boolean isPlain = standing == Standing.PLAIN || standing == Standing.SELF;
      Tone detail = isPlain && subject.isDisputed(mark) ? Tone.RED : detailTone(standing);
      ink.text(at.plus(0, 11.5), second, Face.SMALL, detail);
    }
  }

  /// Where the next mark to the right begins that is about as high, or the diagram ends.
  private double end(Mark mark) {
    int column = mark.column() + 1;
    while (column < subject.columns().count() && isFree(column, mark.row())) {
      column++;
    }
    return lens.x(mark.column())
        + (column - mark.column()) * lens.laneWidth()
        - (column == mark.column() + 1 ? 0 : Lens.LANE_INSET);
  }

  private boolean isFree(int column, double row) {
    Columns columns = subject.columns();
    if (columns.size(column) == 0) {
      return true;
    }
    Mark nearest = columns.mark(column, columns.nearest(column, row));
    return Math.abs(lens.y(nearest.row()) - lens.y(row)) >= TEXT_HEIGHT;
  }

  private String second(Mark mark, Event event, Standing standing) {
    String words = second(event, standing);
    return subject.isDisputed(mark) ? subject.texts().of("diagram.disputed.beside", words) : words;
  }

  private String second(Event event, Standing standing) {
    return switch (standing) {
      case PLAIN, SELF -> subject.words().time(event);
      case PAST -> subject.texts().of("diagram.past");
      case FUTURE -> subject.texts().of("diagram.future");
      case APART -> subject.texts().of("diagram.apart");
    };
  }

  private static Tone detailTone(Standing standing) {
    return switch (standing) {
      case PLAIN, SELF -> Tone.SOFT;
      case PAST -> Tone.PAST;
      case FUTURE -> Tone.FUTURE;
      case APART -> Tone.APART;
    };
  }
}
