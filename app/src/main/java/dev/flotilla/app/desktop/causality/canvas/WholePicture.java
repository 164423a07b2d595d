package dev.flotilla.app.desktop.causality.canvas;

import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A diagram from its first row to its last, with a title and a legend, as it is written into a
/// file.
///
/// @param lens shows all of it
record WholePicture(Subject subject, Lens lens, double width, double height) {
  /// In pixels; more is not drawn by every graphics card.
  static final double IMAGE_MOST = 4000;

  /// Four bytes each, twice while it is drawn.
  private static final double PIXELS_MOST = 24_000_000;

  private static final double TITLE_HEIGHT = 64;
  private static final double LEFT = 20;
  private static final double LANE = 200;
  private static final double LANE_CROWDED = 132;
  private static final int LANES_FEW = 8;
  private static final double END = 12;
  private static final double WIDTH_LEAST = 760;

  /// @param most how high it may be, in pixels
  static WholePicture of(Subject subject, Viewport viewport, double most) {
    int lanes = Math.max(1, subject.columns().count());
    double gutter = viewport.lens().gutter();
    double lane =
        Math.clamp((most - gutter - END) / lanes, 8, lanes > LANES_FEW ? LANE_CROWDED : LANE);
    double room = most - TITLE_HEIGHT - HeadPainter.HEIGHT - LegendPainter.HEIGHT;
    double rows = subject.diagram().rows();
    Lens lens = new Lens(Viewport.ROW, lane, 0, 0, gutter, subject.rifts().gaps());
    if (below(lens, rows) > room) {
      double rowHeight = (room - 2 * Lens.PAD) / Math.max(1, rows);
      lens = new Lens(rowHeight, lane, 0, 0, gutter, Gaps.NONE);
    }
    double width = Math.max(WIDTH_LEAST, Math.ceil(gutter + lanes * lane + END));
    double height =
        Math.ceil(TITLE_HEIGHT + HeadPainter.HEIGHT + below(lens, rows) + LegendPainter.HEIGHT);
    return new WholePicture(subject, lens, width, height);
  }

  private static double below(Lens lens, double rows) {
    return lens.down(Math.max(0, rows - 1)) + Lens.PAD;
  }

  /// How many pixels of an image are one of the picture: two, if there is memory for that.
  double scale() {
    return Math.clamp(Math.sqrt(PIXELS_MOST / (width * height)), 1, 2);
  }

  String svg(Function<Tone, Color> colors, TextWidths widths, Caption caption) {
    SvgInk ink = new SvgInk(colors, widths);
    paint(ink, caption);
    return ink.document(width, height, caption);
  }

  /// Thread: FX.
  WritableImage image(Function<Tone, Color> colors, TextWidths widths, Caption caption) {
    double scale = scale();
    Canvas paper = new Canvas(Math.ceil(scale * width), Math.ceil(scale * height));
    paper.getGraphicsContext2D().scale(scale, scale);
    paint(new CanvasInk(paper.getGraphicsContext2D(), colors, widths), caption);
    return paper.snapshot(null, null);
  }

  void paint(Ink ink, Caption caption) {
    ink.pill(new Box(0, 0, width, height), 0, Tone.PAGE);
    ink.text(new Spot(LEFT, 30), caption.title(), Face.TITLE, Tone.TEXT);
    ink.text(new Spot(LEFT, 50), caption.about(), Face.LABEL, Tone.SOFT);
    double top = TITLE_HEIGHT + HeadPainter.HEIGHT;
    double bottom = height - LegendPainter.HEIGHT;
    ink.shifted(
        0, top, () -> DiagramPainter.paint(subject, ink, lens, new Box(0, 0, width, bottom - top)));
    ink.shifted(0, TITLE_HEIGHT, () -> new HeadPainter(subject, ink, lens).paint(width));
    new LegendPainter(subject, ink).paint(new Box(0, bottom, width, LegendPainter.HEIGHT));
  }
}
