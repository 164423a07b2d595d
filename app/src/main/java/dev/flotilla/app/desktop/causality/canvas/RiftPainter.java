package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.desktop.causality.canvas.Rifts.Island;
import dev.flotilla.app.desktop.causality.canvas.Rifts.Rift;

/// Draws where machines were apart: an island for each group, and above them what happened in one
/// line of words.
final class RiftPainter {
  private static final double INSET = 6;
  private static final double CORNER = 10;
  private static final double ABOVE = 10;
  private static final double PALE = 0.35;
  private static final double TEXT_INSET = 12;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;
  private final Box box;

  RiftPainter(Subject subject, Ink ink, Lens lens, Box box) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
    this.box = box;
  }

  /// The islands, below everything else.
  void islands() {
    for (Rift rift : subject.rifts().all()) {
      if (isVisible(rift)) {
        rift.islands().forEach(this::island);
      }
    }
  }

  private boolean isVisible(Rift rift) {
    return lens.y(rift.bottom()) > box.y() - Gaps.HEIGHT
        && lens.y(rift.top()) < box.y() + box.height() + 2 * Gaps.HEIGHT;
  }

  private void island(Island island) {
    double half = Math.clamp(lens.rowHeight() / 2 - 2, 2, 20);
    double left = lens.x(island.firstColumn()) - Lens.LANE_INSET + INSET;
    double right = lens.x(island.lastColumn()) - Lens.LANE_INSET + lens.laneWidth() - INSET;
    double top = lens.y(island.topRow()) - half;
    double bottom = lens.y(island.bottomRow()) + half;
    Box shape = new Box(left, top, right - left, bottom - top);
    if (!lens.hasLabels()) {
      ink.pill(shape, lens.isFar() ? 0 : CORNER, Tone.APART_UNDER);
    } else {
      double pale = subject.light().isOn() ? PALE : 1;
      ink.faded(pale, () -> ink.frame(shape, CORNER, Stroke.dashed(Tone.APART_EDGE, 1.25)));
    }
  }

  /// The words, above everything else.
  void captions() {
    if (!lens.hasLabels()) {
      return;
    }
    for (Rift rift : subject.rifts().all()) {
      if (isVisible(rift)) {
        caption(rift);
      }
    }
  }

  private void caption(Rift rift) {
    double half = Math.clamp(lens.rowHeight() / 2 - 2, 2, 20);
    double base = lens.y(rift.top()) - half - ABOVE;
    Spot at = new Spot(box.x() + lens.gutter() + TEXT_INSET, base);
    String words =
        ink.widths()
            .fitting(
                subject.words().apart(rift.apart()),
                Face.LABEL,
                box.width() - at.x() - 2 * TEXT_INSET);
    double width = ink.widths().of(words, Face.LABEL);
    Box under = new Box(at.x() - 8, at.y() - 13, width + 16, 19);
    ink.pill(under, 9.5, Tone.APART_UNDER);
    ink.text(at, words, Face.LABEL, Tone.APART);
  }
}
