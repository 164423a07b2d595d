package dev.flotilla.app;

import dev.flotilla.app.version.Version;

/// The program's entry. Does not extend `Application`, so that the command line starts without
/// loading JavaFX.
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println("flotilla " + Version.current());
    }
  }
}
