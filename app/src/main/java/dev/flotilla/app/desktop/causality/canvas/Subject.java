package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.text.Texts;
import java.util.BitSet;

/// What is drawn.
///
/// @param light how everything stands to the event that is looked at
/// @param disputed the places of marks that are in a conflict
/// @param compared the index of the event that it is compared with; -1 for none
record Subject(
    Columns columns,
    Crossings crossings,
    Rifts rifts,
    Light light,
    BitSet disputed,
    int compared,
    Runs runs,
    MarkWords words,
    Texts texts) {
  SpaceTime diagram() {
    return columns.diagram();
  }

  Event event(Mark mark) {
    return diagram().history().event(mark.last());
  }

  /// The colour of a lane's machine.
  Tone hue(int column) {
    return Tone.of(columns.hue(column));
  }

  /// Whether it is part of a run that people opened.
  boolean isOpened(Mark mark) {
    return !mark.isRun() && runs.isOpened(event(mark).ref());
  }

  /// Whether a change of it is in a conflict.
  boolean isDisputed(Mark mark) {
    return disputed.get(diagram().mark(mark.last()));
  }

  /// Whether it is looked at, or compared.
  boolean isChosen(Mark mark) {
    return light.of(mark) == Standing.SELF
        || columns.markOf(compared).filter(mark::equals).isPresent();
  }
}
