package dev.flotilla.net.wire;

import dev.flotilla.model.Octets;
import dev.flotilla.net.change.Heads;

/// Which state a digest is of. Digests with unequal marks say nothing about each other.
///
/// @param heads the fingerprint of the heads, 16 bytes
/// @param level how much of the log the program understands; see
///   [dev.flotilla.model.Workspace#INTERPRETATION]
public record StateMark(Octets heads, long level) {
  public StateMark {
    if (heads.length() != Heads.FINGERPRINT_BYTES || level < 0) {
      throw new IllegalArgumentException("no state: " + heads + ", " + level);
    }
  }
}
