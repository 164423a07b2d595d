package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.Output;
import dev.flotilla.net.node.NodeOptions;
import java.nio.file.Path;

/// The other programs that the command line can start. They know the command line and not the other
/// way round, so whoever starts the process hands them in.
public interface Programs {
  /// Opens the desktop; returns the exit code when it is closed.
  int desktop(NodeOptions options, Output output);

  /// Tells the tour's story on `output`, writes pictures into `folder` and returns the exit code.
  int tour(Path folder, Output output);
}
