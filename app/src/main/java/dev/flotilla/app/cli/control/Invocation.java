package dev.flotilla.app.cli.control;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// One call of the command line, wherever it was typed.
///
/// @param arguments as typed, without the program's name
/// @param directory what relative paths are relative to; absolute
/// @param in what was piped in; reading it may ask the caller's process
public record Invocation(
    List<String> arguments,
    Path directory,
    Screen screen,
    InputStream in,
    OutputStream out,
    OutputStream err) {
  public Invocation {
    arguments = List.copyOf(arguments);
    if (!directory.isAbsolute()) {
      throw new IllegalArgumentException("relative directory: " + directory);
    }
  }
}
