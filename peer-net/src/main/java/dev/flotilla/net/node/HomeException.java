package dev.flotilla.net.node;

/// A home that cannot be opened: held by another process, damaged, of a newer program, no
/// permission. The message is one sentence for people; nothing was changed, except that a damaged
/// database was kept aside.
public final class HomeException extends Exception {
  HomeException(String message) {
    super(message);
  }

  HomeException(String message, Throwable cause) {
    super(message, cause);
  }
}
