package dev.flotilla.app.cli.control;

import java.io.IOException;

/// The other end of the control socket does not keep to the protocol. The message is a sentence.
final class ControlException extends IOException {
  ControlException(String message) {
    super(message);
  }
}
