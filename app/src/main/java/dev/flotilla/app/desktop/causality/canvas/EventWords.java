package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;

/// What a diagram says about what it shows.
public interface EventWords {
  /// What was done, in a few words.
  String headline(Event event);

  /// When it was done.
  String time(Event event);

  /// What is to be known about a machine, for instance that its clock is wrong; empty for nothing.
  default String note(Lane lane) {
    return "";
  }
}
