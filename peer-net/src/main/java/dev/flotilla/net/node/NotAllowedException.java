package dev.flotilla.net.node;

/// This device's role does not permit what was asked. The message is one sentence for people.
public final class NotAllowedException extends RuntimeException {
  NotAllowedException(String sentence) {
    super(sentence);
  }
}
