package dev.flotilla.app.cli.command;

import picocli.CommandLine.Option;

/// What every command that makes a change can say about it.
final class ChangeMessage {
  @Option(names = "--message", paramLabel = "WHY", description = "A line for the log.")
  String text = "";
}
