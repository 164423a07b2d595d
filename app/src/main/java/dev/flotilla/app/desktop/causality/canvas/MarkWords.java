package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.Apart;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import java.util.Optional;

/// What a diagram says about what it shows.
public interface MarkWords {
  /// What was done, in a few words.
  String headline(Event event);

  /// When it was done.
  String time(Event event);

  /// All that is to be said about an event, for those who cannot see it.
  ///
  /// @param compared the event that it is compared with, if there is one
  default String spoken(Event event, Optional<Event> compared) {
    return headline(event) + ", " + event.machine() + ", " + time(event);
  }

  /// Who worked without hearing of whom, in one line.
  default String apart(Apart apart) {
    return "";
  }

  /// What is to be known about a machine, for instance that its clock is wrong; empty for nothing.
  default String note(Lane lane) {
    return "";
  }
}
