package dev.flotilla.app.desktop.causality.canvas;

/// Draws what the shapes mean, in one line below the diagram.
final class LegendPainter {
  static final double HEIGHT = 32;
  private static final double LEFT = 20;
  private static final double GAP = 14;
  private static final double SYMBOL = 22;

  private final Subject subject;
  private final Ink ink;
  private double x = LEFT;
  private double y;
  private double end;

  LegendPainter(Subject subject, Ink ink) {
    this.subject = subject;
    this.ink = ink;
  }

  void paint(Box box) {
    ink.pill(box, 0, Tone.BAND);
    ink.line(
        new Spot(box.x(), box.y() + 0.5),
        new Spot(box.x() + box.width(), box.y() + 0.5),
        Stroke.solid(Tone.LINE, 1));
    x = box.x() + LEFT;
    y = Math.round(box.y() + box.height() / 2) + 0.5;
    end = box.x() + box.width() - LEFT;
    if (subject.light().isOn()) {
      lit();
    } else {
      plain();
    }
  }

  private void plain() {
    Stroke arrow = Stroke.solid(Tone.SOFT, 1.5);
    ink.line(new Spot(x + 6, y - 7), new Spot(x + 6, y + 7), arrow);
    ink.line(new Spot(x + 2, y + 2), new Spot(x + 6, y + 7), arrow);
    ink.line(new Spot(x + 10, y + 2), new Spot(x + 6, y + 7), arrow);
    said("diagram.legend.time");
    ink.disc(new Spot(x + 6, y), MarkPainter.RADIUS, Tone.SOFT);
    said("diagram.legend.change");
    ink.pill(new Box(x, y - 7, 18, 14), 5, Tone.SOFT);
    said("diagram.legend.run");
    line(Stroke.solid(Tone.SOFT, 1.5));
    said("diagram.legend.seen");
    line(Stroke.dashed(Tone.SOFT, 1.5));
    said("diagram.legend.hidden");
    if (!subject.rifts().all().isEmpty()) {
      ink.frame(new Box(x, y - 6, 17, 12), 4, Stroke.dashed(Tone.APART, 1.25));
      said("diagram.legend.island");
    }
  }

  private void lit() {
    ink.pill(new Box(x - 3, y - 9, 18, 18), 9, Tone.PAST_UNDER);
    ink.disc(new Spot(x + 6, y), MarkPainter.RADIUS, Tone.PAST);
    said("diagram.legend.past");
    ink.pill(new Box(x - 3, y - 9, 18, 18), 9, Tone.FUTURE_UNDER);
    ink.disc(new Spot(x + 6, y), MarkPainter.RADIUS, Tone.FUTURE);
    ink.disc(new Spot(x + 6, y), 2, Tone.PAGE);
    said("diagram.legend.future");
    ink.ring(new Spot(x + 6, y), MarkPainter.RADIUS - 0.75, MarkPainter.HOLLOW);
    said("diagram.legend.apart");
  }

  private void line(Stroke stroke) {
    ink.line(new Spot(x, y), new Spot(x + 16, y), stroke);
  }

  private void said(String key) {
    String words = subject.texts().of(key);
    double width = ink.widths().of(words, Face.SMALL);
    if (x + SYMBOL + width > end) {
      words = ink.widths().fitting(words, Face.SMALL, Math.max(0, end - x - SYMBOL));
    }
    ink.text(new Spot(x + SYMBOL, y + 3.5), words, Face.SMALL, Tone.SOFT);
    x += SYMBOL + width + GAP;
  }
}
