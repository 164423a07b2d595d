package dev.flotilla.app.desktop.theme;

/// What the user set: follow the system, or always one of the two.
public enum ThemeChoice {
  SYSTEM,
  LIGHT,
  DARK;

  /// The choice of this name; to follow the system for any other text.
  public static ThemeChoice parse(String name) {
    for (ThemeChoice choice : values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return SYSTEM;
  }
}
