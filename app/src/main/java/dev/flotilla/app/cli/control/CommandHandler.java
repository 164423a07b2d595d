package dev.flotilla.app.cli.control;

/// Runs one command line in this process.
@FunctionalInterface
public interface CommandHandler {
  /// Runs it to its end and returns the exit code. May be called by many threads at once.
  int handle(Invocation invocation);
}
