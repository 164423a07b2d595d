package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.desktop.control.Alike;
import dev.flotilla.app.desktop.theme.Hue;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Draws the names of the machines above their lanes.
final class HeadPainter {
  static final double HEIGHT = 52;
  private static final double AVATAR = 11;
  private static final double NAME_GAP = 8;
  private static final double BEYOND_INSET = 8;

  private final Subject subject;
  private final Ink ink;
  private final Lens lens;

  HeadPainter(Subject subject, Ink ink, Lens lens) {
    this.subject = subject;
    this.ink = ink;
    this.lens = lens;
  }

  void paint(double width) {
    ink.pill(new Box(0, 0, width, HEIGHT), 0, Tone.PAGE);
    List<Lane> lanes = subject.diagram().lanes();
    boolean areAlike = Alike.begin(lanes.stream().map(Lane::machine).toList());
    for (int column = 0; column < lanes.size(); column++) {
      double x = lens.x(column);
      if (x > -lens.laneWidth() && x < width + AVATAR) {
        lane(lanes.get(column), subject.columns().hue(column), new Spot(x, HEIGHT / 2), areAlike);
      }
    }
    beyond(lanes.size(), width);
    ink.line(new Spot(0, HEIGHT - 0.5), new Spot(width, HEIGHT - 0.5), Stroke.solid(Tone.LINE, 1));
  }

  /// How many lanes are left and right of what is seen, those below these words included.
  private void beyond(int lanes, double width) {
    int before = before(lanes, 0);
    if (before > 0) {
      before = before(lanes, wide(subject.texts().of("diagram.lanes.before", before)));
      said(subject.texts().of("diagram.lanes.before", before), 0);
    }
    int after = after(lanes, width);
    if (after > 0) {
      after = after(lanes, width - wide(subject.texts().of("diagram.lanes.after", after)));
      String words = subject.texts().of("diagram.lanes.after", after);
      said(words, width - wide(words));
    }
  }

  private int before(int lanes, double x) {
    return (int) IntStream.range(0, lanes).filter(one -> lens.x(one) - AVATAR < x - 1).count();
  }

  private int after(int lanes, double x) {
    return (int) IntStream.range(0, lanes).filter(one -> lens.x(one) + AVATAR > x).count();
  }

  private double wide(String words) {
    return ink.widths().of(words, Face.SMALL) + 2 * BEYOND_INSET;
  }

  private void said(String words, double left) {
    ink.pill(new Box(left, 0, wide(words), HEIGHT - 1), 0, Tone.BAND);
    ink.text(new Spot(left + BEYOND_INSET, HEIGHT / 2 + 4), words, Face.SMALL, Tone.SOFT);
  }

  private void lane(Lane lane, Hue hue, Spot at, boolean areAlike) {
    String initial = initial(lane.machine());
    ink.disc(at, AVATAR, Tone.under(hue));
    ink.ring(at, AVATAR - 0.5, Stroke.solid(Tone.of(hue), 1));
    double wide = ink.widths().of(initial, Face.COUNT);
    ink.text(at.plus(-wide / 2, 4), initial, Face.COUNT, Tone.of(hue));
    double room = lens.laneWidth() - 2 * AVATAR - 2 * NAME_GAP;
    String name = lane.copy() > 1 ? lane.machine() + " (" + lane.copy() + ")" : lane.machine();
    String note = ink.widths().fitting(subject.words().note(lane), Face.SMALL, room);
    Spot text = at.plus(AVATAR + NAME_GAP, 0);
    ink.text(
        text.plus(0, note.isEmpty() ? 4.5 : -2),
        areAlike
            ? ink.widths().abridged(name, Face.NAME, room)
            : ink.widths().fitting(name, Face.NAME, room),
        Face.NAME,
        Tone.TEXT);
    if (!note.isEmpty()) {
      ink.text(text.plus(0, 13), note, Face.SMALL, Tone.SOFT);
    }
  }

  static String initial(String name) {
    String trimmed = name.strip();
    return trimmed.isEmpty()
        ? "?"
        : trimmed.substring(0, trimmed.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
