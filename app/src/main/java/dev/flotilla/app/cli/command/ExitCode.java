package dev.flotilla.app.cli.command;

/// What the command line answers to the shell.
public final class ExitCode {
  public static final int DONE = 0;

  /// Refused, with a sentence; nothing was changed.
  public static final int REFUSED = 1;

  /// Unknown command or option, missing or surplus arguments.
  public static final int USAGE = 2;

  private ExitCode() {}
}
