package dev.flotilla.app.cli.command;

import dev.flotilla.net.node.NotAllowedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Puts what went wrong into one sentence. A bug gets one, too; its trace goes to the log.
final class Failures {
  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  static String sentence(Throwable failure) {
    return switch (failure) {
      case CommandRefused refused -> refused.sentence();
      case NotAllowedException denied -> String.valueOf(denied.getMessage());
      case UncheckedIOException unchecked -> ownOrCause(unchecked);
      case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
      case AccessDeniedException denied -> "No permission for " + denied.getFile() + ".";
      case FileSystemException file -> file.getFile() + ": " + reason(file) + ".";
      case IOException io -> "Reading or writing failed: " + io.getMessage() + ".";
      default -> {
        LOG.log(Level.DEBUG, "command failed", failure);
        yield "Flotilla failed on this (" + failure + "); please report it.";
      }
    };
  }

  // Where somebody gave it a message of its own, that is a sentence already.
  private static String ownOrCause(UncheckedIOException failure) {
    String own = String.valueOf(failure.getMessage());
    Throwable cause = failure.getCause();
    return cause == null || !own.equals(cause.toString()) ? own : sentence(cause);
  }

  private static String reason(FileSystemException failure) {
    String reason = failure.getReason();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
