package dev.flotilla.net;

/// The settings cannot be used. The message is one sentence for people: which line, what is wrong
/// with it, and what to do.
public final class SettingsException extends Exception {
  SettingsException(String sentence) {
    super(sentence);
  }
}
