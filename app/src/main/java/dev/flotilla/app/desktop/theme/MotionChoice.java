package dev.flotilla.app.desktop.theme;

/// How much may move in the windows: as the system says, nothing, or what is useful.
public enum MotionChoice {
  SYSTEM,
  REDUCED,
  FULL;

  /// The choice of this name; to follow the system for any other text.
  public static MotionChoice parse(String name) {
    for (MotionChoice choice : values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return SYSTEM;
  }
}
