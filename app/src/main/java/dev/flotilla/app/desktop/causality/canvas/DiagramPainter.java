package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Mark;
import java.util.List;

/// Draws the part of a diagram that a lens shows. Cost: what is visible.
final class DiagramPainter {
  /// Rows beyond the edges whose words reach into the picture.
  private static final double BEYOND = 40;

  private DiagramPainter() {}

  /// Draws everything below the heads of the lanes, and these.
  static void paint(Subject subject, Ink ink, Lens lens, Box box) {
    ink.pill(box, 0, Tone.PAGE);
    EdgePainter edges = new EdgePainter(subject, ink, lens, box);
    RiftPainter rifts = new RiftPainter(subject, ink, lens, box);
    rifts.islands();
    AxisPainter axis = new AxisPainter(subject, ink, lens, box);
    boolean isTimed = lens.gutter() > AxisPainter.WIDTH;
    if (isTimed) {
      axis.grid();
    }
    edges.lanes();
    if (lens.isFar()) {
      new FarPainter(subject, ink, lens, box).paint();
    } else {
      edges.edges();
      marks(subject, ink, lens, box);
      rifts.captions();
    }
    new RelationPainter(subject, ink, lens).paint();
    if (isTimed) {
      axis.paint();
    }
  }

  private static void marks(Subject subject, Ink ink, Lens lens, Box box) {
    MarkPainter painter = new MarkPainter(subject, ink, lens);
    List<Mark> marks = subject.diagram().marks();
    double last = lens.row(box.y() + box.height() + BEYOND);
    for (int place = first(marks, lens.row(box.y() - BEYOND)); place < marks.size(); place++) {
      if (marks.get(place).row() > last) {
        return;
      }
      painter.paint(marks.get(place));
    }
  }

  /// The place of the first mark that is not above a row.
  static int first(List<Mark> marks, double row) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).row() < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
