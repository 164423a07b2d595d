package dev.flotilla.net.transport;

/// The network cannot be used as asked. The message is one sentence for the user.
public final class NetworkException extends Exception {
  NetworkException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
