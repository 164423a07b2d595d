package dev.flotilla.app.cli.control;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/// What the user sees the output on.
///
/// @param interactive whether a person reads it: then output fits the width, and questions are
///   asked
/// @param columns the width in characters, at least 1
public record Screen(boolean interactive, int columns) {
  static final int COLUMNS_PRESET = 100;

  public Screen {
    if (columns < 1) {
      throw new IllegalArgumentException("columns below 1: " + columns);
    }
  }

  /// Output that goes into a file or to another program.
  public static Screen none() {
    return new Screen(false, COLUMNS_PRESET);
  }

  /// This process's own terminal, if it has one.
  // JDK 25 again has no console where input or output is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  public static Screen own() {
    Console console = System.console();
    boolean interactive = console != null && console.isTerminal();
    return new Screen(interactive, columns(System.getenv("COLUMNS")));
  }

  private static int columns(@Nullable String text) {
    if (text == null) {
      return COLUMNS_PRESET;
    }
    try {
      return Math.max(1, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return COLUMNS_PRESET;
    }
  }
}
