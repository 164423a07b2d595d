package dev.flotilla.app.exchange;

import dev.flotilla.app.exchange.Incoming.Reading;

/// Finds out what a file is by what is in it, and reads it.
public final class IncomingReader {
  private IncomingReader() {}

  /// Reads a file. Cost: O(length); never throws for what a file can hold.
  public static Reading read(byte[] bytes) {
    return FlagdIncoming.read(bytes);
  }
}
