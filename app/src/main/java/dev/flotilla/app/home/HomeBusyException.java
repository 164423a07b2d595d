package dev.flotilla.app.home;

import java.io.IOException;
import java.nio.file.Path;

/// Other commands kept the turn on a home for too long. The message is a sentence for the user.
public final class HomeBusyException extends IOException {
  HomeBusyException(Path home) {
    super(
        "Another flotilla command is still working on "
            + home
            + "; run this one again when it is done.");
  }
}
