package dev.flotilla.net.session;

/// How long a session waits, in milliseconds.
///
/// @param greetingMillis until the peer has said HELLO, and JOIN if it wants to join
/// @param pingAfterMillis of silence until we ask whether the peer is there
/// @param deadAfterMillis of silence until we hang up
/// @param relayAfterMillis until changes of third replicas are passed on, in case the peer gets
///   them elsewhere
/// @param compareAfterMillis after something moved until both sides compare their states
public record SessionLimits(
    long greetingMillis,
    long pingAfterMillis,
    long deadAfterMillis,
    long relayAfterMillis,
    long compareAfterMillis) {
  /// What the program uses.
  public static final SessionLimits DEFAULT = new SessionLimits(5_000, 10_000, 30_000, 20, 1_000);

  public SessionLimits {
    if (greetingMillis < 1
        || pingAfterMillis < 1
        || deadAfterMillis <= pingAfterMillis
        || relayAfterMillis < 0
        || compareAfterMillis < 1) {
      throw new IllegalArgumentException(
          "limits %d, %d, %d, %d, %d"
              .formatted(
                  greetingMillis,
                  pingAfterMillis,
                  deadAfterMillis,
                  relayAfterMillis,
                  compareAfterMillis));
    }
  }

  /// The same with another pause before states are compared.
  public SessionLimits comparingAfter(long millis) {
    return new SessionLimits(
        greetingMillis, pingAfterMillis, deadAfterMillis, relayAfterMillis, millis);
  }
}
