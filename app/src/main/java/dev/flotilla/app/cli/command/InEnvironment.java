package dev.flotilla.app.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The one environment in which a command does something.
final class InEnvironment {
  @Option(
      names = "--env",
      paramLabel = "E",
      description = "In which environment; needed where there are several.")
  @Nullable String environment;
}
