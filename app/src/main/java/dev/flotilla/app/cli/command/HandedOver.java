package dev.flotilla.app.cli.command;

/// Ends a command in this process because another process took the home at the same moment and has
/// run the command instead.
public final class HandedOver extends RuntimeException {
  private final int exitCode;

  /// The exit code of the other process.
  public HandedOver(int exitCode) {
    super("handed over");
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
