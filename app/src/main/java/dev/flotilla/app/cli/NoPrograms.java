package dev.flotilla.app.cli;

import dev.flotilla.app.cli.command.CommandRefused;
import dev.flotilla.app.cli.command.Programs;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.net.node.NodeOptions;
import java.nio.file.Path;

/// Refuses to start other programs inside a process that holds a home.
enum NoPrograms implements Programs {
  INSTANCE;

  @Override
  public int desktop(NodeOptions options, Output output) {
    throw refused();
  }

  @Override
  public int tour(Path folder, Output output) {
    throw refused();
  }

  private static CommandRefused refused() {
    return new CommandRefused("This needs a process of its own.");
  }
}
