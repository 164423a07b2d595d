package dev.flotilla.app.cli.command;

import dev.flotilla.net.PeerAddress;
import java.util.List;

/// Reads addresses from the command line.
public final class Addresses {
  private Addresses() {}

  /// Several of them.
  public static List<PeerAddress> parse(List<String> texts) {
    return texts.stream().map(Addresses::parse).toList();
  }

  /// `host:port`, or a refusal.
  static PeerAddress parse(String text) {
    try {
      return PeerAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandRefused(String.valueOf(e.getMessage()));
    }
  }
}
