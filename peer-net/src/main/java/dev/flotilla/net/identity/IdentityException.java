package dev.flotilla.net.identity;

/// The device's key cannot be read or kept. The message is one sentence for the user.
public final class IdentityException extends Exception {
  IdentityException(String sentence) {
    super(sentence);
  }

  IdentityException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
