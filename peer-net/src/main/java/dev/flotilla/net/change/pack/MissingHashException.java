package dev.flotilla.net.change.pack;

/// A hash that was left out cannot be worked out here. Never leaves the package.
final class MissingHashException extends RuntimeException {
  private final String reason;

  MissingHashException(String reason) {
    // Without a stack trace: a peer can cause as many as it likes.
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
