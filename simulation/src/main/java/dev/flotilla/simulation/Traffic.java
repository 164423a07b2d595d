package dev.flotilla.simulation;

/// Counts what was sent.
final class Traffic {
  /// Where the type of a message is in a frame.
  private static final int TYPE_AT = 4;

  private static final int TYPES = 256;
  private static final int PING = 8;
  private static final int PONG = 9;
  private static final int DIGEST = 11;

  private final long[] framesOf = new long[TYPES];
  private final long[] bytesOf = new long[TYPES];
  private long frames;
  private long mostUnderWay;
  private long doomed = -1;
  private long bytes;

  void count(byte[] frame) {
    var type = frame[TYPE_AT] & 0xff;
    framesOf[type]++;
    bytesOf[type] += frame.length;
    frames++;
    bytes += frame.length;
  }

  /// So many bytes are under way in one direction of one connection.
  void underWay(long now) {
    mostUnderWay = Math.max(mostUnderWay, now);
  }

  /// The most that were.
  long mostUnderWay() {
    return mostUnderWay;
  }

  /// The connection of the frame with this number, counted from the first of all, will break
  /// instead of carrying it.
  void doom(long frame) {
    doomed = frame;
  }

  /// Whether the frame that was counted last is doomed.
  boolean isDoomed() {
    return frames == doomed;
  }

  long frames() {
    return frames;
  }

  long bytes() {
    return bytes;
  }

  /// Frames that are neither signs of life nor digests, which are exchanged now and then for ever.
  long talk() {
    return frames - framesOf[PING] - framesOf[PONG] - framesOf[DIGEST];
  }

  long framesOf(int type) {
    return framesOf[type];
  }

  long bytesOf(int type) {
    return bytesOf[type];
  }
}
