package dev.flotilla.net.metrics;

/// Frames of one kind in one direction.
///
/// @param frames how many
/// @param wireBytes what they took
/// @param plainBytes what they would have taken without compression
public record Traffic(long frames, long wireBytes, long plainBytes) {
  /// Nothing yet.
  public static final Traffic NONE = new Traffic(0, 0, 0);

  /// Both together.
  public Traffic plus(Traffic other) {
    return new Traffic(
        frames + other.frames, wireBytes + other.wireBytes, plainBytes + other.plainBytes);
  }
}
