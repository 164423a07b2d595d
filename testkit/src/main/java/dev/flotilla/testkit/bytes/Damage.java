package dev.flotilla.testkit.bytes;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Damages inputs in the ways in which bytes are damaged, the same for a seed every time.
public final class Damage {
  private static final int CUTS_MAX = 4;

  private final RandomGenerator random;
  private final int bytesMax;

  /// @param bytesMax no input becomes longer
  public Damage(long seed, int bytesMax) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.bytesMax = bytesMax;
  }

  /// One of these inputs after one to four cuts.
  public byte[] of(List<byte[]> inputs) {
    var bytes = inputs.get(random.nextInt(inputs.size())).clone();
    for (var cuts = 1 + random.nextInt(CUTS_MAX); cuts > 0; cuts--) {
      bytes = cut(bytes, inputs);
    }
    return bytes;
  }

  private byte[] cut(byte[] bytes, List<byte[]> inputs) {
    return switch (random.nextInt(7)) {
      case 0 -> with(bytes, 1 << random.nextInt(8));
      case 1 -> with(bytes, random.nextInt(1, 256));
      case 2 -> filled(bytes, (byte) 0xff);
      case 3 -> filled(bytes, (byte) 0);
      case 4 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 5 -> Arrays.copyOf(bytes, Math.min(bytesMax, bytes.length + random.nextInt(1, 65)));
      default -> spliced(bytes, inputs.get(random.nextInt(inputs.size())));
    };
  }

  private byte[] with(byte[] bytes, int difference) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) difference;
    }
    return bytes;
  }

  private byte[] filled(byte[] bytes, byte value) {
    var from = random.nextInt(bytes.length + 1);
    var to = Math.min(bytes.length, from + 1 + random.nextInt(9));
    Arrays.fill(bytes, from, to, value);
    return bytes;
  }

  private byte[] spliced(byte[] one, byte[] other) {
    var head = random.nextInt(one.length + 1);
    var from = random.nextInt(other.length + 1);
    var length = Math.min(bytesMax, head + other.length - from);
    var bytes = Arrays.copyOf(one, length);
    if (length > head) {
      System.arraycopy(other, from, bytes, head, length - head);
    }
    return bytes;
  }
}
