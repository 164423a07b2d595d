package dev.flotilla.net.transport;

import java.util.random.RandomGenerator;

/// How long to wait before dialling again: doubles from the least to the most, and every wait is up
/// to a fifth shorter or longer, so that machines that lost each other at the same moment do not
/// meet again in lockstep. Immutable.
///
/// @param leastMillis the first wait
/// @param mostMillis no wait is longer, but for the jitter
/// @param nextMillis the next wait before its jitter
public record Backoff(long leastMillis, long mostMillis, long nextMillis) {
  private static final double JITTER = 0.2;

  /// Starts with the least wait.
  public static Backoff between(long leastMillis, long mostMillis) {
    if (leastMillis < 1 || mostMillis < leastMillis) {
      throw new IllegalArgumentException(
          "back-off of " + leastMillis + " to " + mostMillis + " ms");
    }
    return new Backoff(leastMillis, mostMillis, leastMillis);
  }

  /// The wait to make now.
  public long waitMillis(RandomGenerator random) {
    return Math.round(nextMillis * (1 - JITTER + 2 * JITTER * random.nextDouble()));
  }

  /// After a wait that did not help.
  public Backoff longer() {
    return new Backoff(leastMillis, mostMillis, Math.min(nextMillis * 2, mostMillis));
  }

  /// After a success, or news of the peer.
  public Backoff reset() {
    return between(leastMillis, mostMillis);
  }
}
