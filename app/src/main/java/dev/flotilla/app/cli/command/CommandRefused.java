package dev.flotilla.app.cli.command;

/// A command cannot be done; nothing was changed. The message is one sentence for the user, which
/// says what to do. Ends the command with exit code 1.
public final class CommandRefused extends RuntimeException {
  public CommandRefused(String sentence) {
    super(sentence);
  }

  /// The sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
