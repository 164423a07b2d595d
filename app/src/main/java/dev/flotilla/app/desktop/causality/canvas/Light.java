package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;

/// How everything stands to one event. Immutable; each answer is a comparison of two numbers.
///
/// @param event its index; -1 if nothing is looked at
record Light(SpaceTime diagram, int event) {
  Standing of(Mark mark) {
    if (event < 0) {
      return Standing.PLAIN;
    }
    CausalHistory history = diagram.history();
    if (diagram.mark(event) >= 0
        && diagram.marks().get(diagram.mark(event)).first() == mark.first()) {
      return Standing.SELF;
    }
    if (history.isBefore(mark.last(), event)) {
      return Standing.PAST;
    }
    return history.isBefore(event, mark.first()) ? Standing.FUTURE : Standing.APART;
  }

  boolean isOn() {
    return event >= 0;
  }

  /// Whether an edge between these is part of how the event came about, or of what followed.
  boolean lights(Mark from, Mark to) {
    return !isOn()
        || (isRelated(of(from)) && of(from) != Standing.FUTURE && isPast(to))
        || (isRelated(of(to)) && of(to) != Standing.PAST && isFuture(from));
  }

  private boolean isPast(Mark mark) {
    return of(mark) == Standing.PAST || of(mark) == Standing.SELF;
  }

  private boolean isFuture(Mark mark) {
    return of(mark) == Standing.FUTURE || of(mark) == Standing.SELF;
  }

  private static boolean isRelated(Standing standing) {
    return standing != Standing.APART;
  }
}
