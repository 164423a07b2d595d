package dev.flotilla.simulation;

/// How the network treats frames.
///
/// @param delayMicros how long a frame takes at least
/// @param jitterMicros and at most so much longer
/// @param loss the share of frames that must be sent again, which takes time; after some attempts
///   the connection breaks
/// @param breaks the share of frames that break their connection
/// @param rude the share of frames that vanish, come twice or come late without anybody noticing:
///   no TLS connection does that, but nothing must be lost for good if one did
public record Weather(
    long delayMicros, long jitterMicros, double loss, double breaks, double rude) {
  /// A good local network.
  public static final Weather FAIR = new Weather(300, 2_700, 0, 0, 0);

  /// 30 % loss.
  public static final Weather LOSSY = new Weather(300, 2_700, 0.3, 0, 0);

  /// 30 % of all frames end their connection.
  public static final Weather BREAKING = new Weather(300, 2_700, 0, 0.3, 0);

  /// 30 % of all frames are dropped, doubled or late.
  public static final Weather RUDE = new Weather(300, 2_700, 0, 0, 0.3);

  /// Far away.
  public static final Weather DISTANT = new Weather(200_000, 50_000, 0.02, 0, 0);

  public Weather {
    if (delayMicros < 0 || jitterMicros < 0 || loss + breaks + rude > 1) {
      throw new IllegalArgumentException("weather: " + delayMicros + " µs, " + loss);
    }
  }
}
