package dev.flotilla.app.cli;

import dev.flotilla.app.cli.command.FlotillaCommand;
import dev.flotilla.app.cli.command.Programs;
import dev.flotilla.app.cli.control.Invocation;
import java.nio.file.Path;

/// Runs a command line in this process, for a home that no other process holds.
public final class Cli {
  private Cli() {}

  /// Returns the exit code when the command is done and the home is closed again.
  public static int run(Path home, Invocation invocation, Programs programs) {
    try (var door = new OwnDoor(home, invocation)) {
      return FlotillaCommand.run(invocation, door, programs);
    }
  }
}
