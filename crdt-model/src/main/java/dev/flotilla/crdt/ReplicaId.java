package dev.flotilla.crdt;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// One copy of a workspace that authors changes: 128 random bits, drawn anew for every database,
/// never copied and never used again.
///
/// Ordered as an unsigned 128-bit number, which is the order of the text and of the bytes.
///
/// @param high the first eight bytes, big-endian
/// @param low the last eight bytes, big-endian
public record ReplicaId(long high, long low) implements Comparable<ReplicaId> {

  /// Length of the encoded form.
  public static final int BYTES = 16;

  private static final HexFormat HEX = HexFormat.of();
  private static final int HEX_DIGITS = 2 * BYTES;

  /// Draws a fresh id. The generator must be a strong one outside of tests.
  public static ReplicaId random(RandomGenerator random) {
    return new ReplicaId(random.nextLong(), random.nextLong());
  }

  /// Reads 32 lower-case hexadecimal digits.
  ///
  /// @throws IllegalArgumentException if `text` is anything else
  public static ReplicaId parse(String text) {
    if (text.length() != HEX_DIGITS) {
      throw new IllegalArgumentException("not 32 hexadecimal digits: " + text);
    }
    var id =
        new ReplicaId(
            HexFormat.fromHexDigitsToLong(text, 0, HEX_DIGITS / 2),
            HexFormat.fromHexDigitsToLong(text, HEX_DIGITS / 2, HEX_DIGITS));
    if (!id.toString().equals(text)) {
      throw new IllegalArgumentException("not in lower case: " + text);
    }
    return id;
  }

  /// The first eight digits: for people, not unique.
  public String shortName() {
    return toString().substring(0, 8);
  }

  @Override
  public int compareTo(ReplicaId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }
}
