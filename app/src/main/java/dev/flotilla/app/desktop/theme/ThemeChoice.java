package dev.flotilla.app.desktop.theme;

/// What the user set: follow the system, or always one of the two.
public enum ThemeChoice {
  SYSTEM,
  LIGHT,
  DARK
}
