package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.rehearsal.Practice;

/// The ids of the controls that a lesson may be about.
final class Ids {
  static final String DIAGRAM = "rehearsal-diagram";
  static final String DECISIONS = "rehearsal-decisions";

  private Ids() {}

  static String link(int link) {
    return "rehearsal-link-" + link;
  }

  static String flip(int machine) {
    return of(machine, "flip", Practice.SWITCH);
  }

  static String text(int machine) {
    return of(machine, "text", Practice.TEXT);
  }

  static String more(int machine) {
    return of(machine, "more", Practice.NUMBER);
  }

  /// Of a control for a flag of a machine.
  static String of(int machine, String control, String key) {
    return "rehearsal-" + control + "-" + machine + "-" + key;
  }
}
