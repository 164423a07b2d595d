package dev.flotilla.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// All chance of a world, from one seed. Every purpose draws from a stream of its own, so that a
/// happening which is left out does not change what the others meet.
///
/// @param seed of all streams
record Chance(long seed) {
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  RandomGenerator of(String purpose, long... about) {
    var mixed = mix(seed ^ mix(purpose.hashCode()));
    for (var number : about) {
      mixed = mix(mixed + number);
    }
    return stream(mixed);
  }

  static RandomGenerator stream(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static long mix(long value) {
    var z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
