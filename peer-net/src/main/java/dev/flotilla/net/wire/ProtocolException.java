package dev.flotilla.net.wire;

/// A peer sent bytes that break the protocol; the connection ends.
public final class ProtocolException extends Exception {
  private final String reason;

  /// @param reason what is wrong, in words for a log
  public ProtocolException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// What is wrong.
  public String reason() {
    return reason;
  }
}
