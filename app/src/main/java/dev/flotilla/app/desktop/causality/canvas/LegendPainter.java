package dev.flotilla.app.desktop.causality.canvas;

import java.util.List;

/// Draws what the shapes mean, in one line below the diagram.
final class LegendPainter {
  static final double HEIGHT = 32;
  private static final double LEFT = 20;
  private static final double GAP = 14;
  private static final double SYMBOL = 22;
  private static final int BREVITY_MOST = 2;

  /// What stands beside a shape, and how that is said where there is little room.
  ///
  /// @param when how brief all of it has to be for that
  private record Said(String key, String briefly, int when) {
    Said(String key) {
      this(key, key, BREVITY_MOST);
    }
  }

  private static final Said TIME = new Said("diagram.legend.time");
  private static final Said CHANGE = new Said("diagram.legend.change");
  private static final Said RUN = new Said("diagram.legend.run", "diagram.legend.run.short", 1);
  private static final Said SEEN = new Said("diagram.legend.seen", "diagram.legend.seen.short", 2);
  private static final Said HIDDEN =
      new Said("diagram.legend.hidden", "diagram.legend.hidden.short", 1);
  private static final Said ISLAND = new Said("diagram.legend.island");
  private static final Said PAST = new Said("diagram.legend.past", "diagram.legend.past.short", 1);
  private static final Said FUTURE =
      new Said("diagram.legend.future", "diagram.legend.future.short", 1);
  private static final Said APART =
      new Said("diagram.legend.apart", "diagram.legend.apart.short", 1);
  private static final Said DISPUTED = new Said("diagram.disputed", "diagram.disputed.short", 2);
  private static final List<Said> PLAIN =
      List.of(TIME, CHANGE, RUN, SEEN, HIDDEN, DISPUTED, ISLAND);
  private static final List<Said> LIT = List.of(PAST, FUTURE, APART, DISPUTED);

  private final Subject subject;
  private final Ink ink;
  private double x = LEFT;
  private double y;
  private double end;
  private int brevity;

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
    boolean isLit = subject.light().isOn();
    brevity = 0;
    while (brevity < BREVITY_MOST && x + width(isLit ? LIT : PLAIN) > end) {
      brevity++;
    }
    if (isLit) {
      lit();
    } else {
      plain();
    }
  }

  private double width(List<Said> all) {
    return all.stream()
        .filter(said -> !said.equals(ISLAND) || !subject.rifts().all().isEmpty())
        .filter(said -> !said.equals(DISPUTED) || !subject.disputed().isEmpty())
        .mapToDouble(said -> SYMBOL + ink.widths().of(words(said), Face.SMALL) + GAP)
        .sum();
  }

  private String words(Said said) {
    return subject.texts().of(brevity >= said.when() ? said.briefly() : said.key());
  }

  private void plain() {
    Stroke arrow = Stroke.solid(Tone.SOFT, 1.5);
    ink.line(new Spot(x + 6, y - 7), new Spot(x + 6, y + 7), arrow);
    ink.line(new Spot(x + 2, y + 2), new Spot(x + 6, y + 7), arrow);
    ink.line(new Spot(x + 10, y + 2), new Spot(x + 6, y + 7), arrow);
    said(TIME);
    ink.disc(new Spot(x + 6, y), MarkPainter.RADIUS, Tone.SOFT);
    said(CHANGE);
    ink.pill(new Box(x, y - 7, 18, 14), 5, Tone.SOFT);
    said(RUN);
    line(Stroke.solid(Tone.SOFT, 1.5));
    said(SEEN);
    line(Stroke.dashed(Tone.SOFT, 1.5));
    said(HIDDEN);
    disputed();
    if (!subject.rifts().all().isEmpty()) {
      ink.frame(new Box(x, y - 6, 17, 12), 4, Stroke.dashed(Tone.APART, 1.25));
      said(ISLAND);
    }
  }

  private void lit() {
    ink.pill(new Box(x - 3, y - 9, 18, 18), 9, Tone.PAST_UNDER);
    ink.disc(new Spot(x + 6, y), MarkPainter.RADIUS, Tone.PAST);
    said(PAST);
    ink.pill(new Box(x - 3, y - 9, 18, 18), 9, Tone.FUTURE_UNDER);
    ink.disc(new Spot(x + 6, y), MarkPainter.RADIUS, Tone.FUTURE);
    ink.disc(new Spot(x + 6, y), 2, Tone.PAGE);
    said(FUTURE);
    ink.ring(new Spot(x + 6, y), MarkPainter.RADIUS - 0.75, MarkPainter.HOLLOW);
    said(APART);
    disputed();
  }

  private void disputed() {
    if (!subject.disputed().isEmpty()) {
      ink.disc(new Spot(x + 8, y), MarkPainter.BADGE, Tone.RED);
      double wide = ink.widths().of("!", Face.COUNT);
      ink.text(new Spot(x + 8 - wide / 2, y + 4), "!", Face.COUNT, Tone.PAGE);
      said(DISPUTED);
    }
  }

  private void line(Stroke stroke) {
    ink.line(new Spot(x, y), new Spot(x + 16, y), stroke);
  }

  private void said(Said said) {
    String words = words(said);
    double width = ink.widths().of(words, Face.SMALL);
    if (x + SYMBOL + width > end) {
      words = ink.widths().fitting(words, Face.SMALL, Math.max(0, end - x - SYMBOL));
    }
    ink.text(new Spot(x + SYMBOL, y + 3.5), words, Face.SMALL, Tone.SOFT);
    x += SYMBOL + width + GAP;
  }
}
