package dev.flotilla.model;

import java.util.Arrays;
import java.util.HexFormat;

/// A few immutable bytes that compare by content. Copied on the way in and on the way out.
public final class Octets implements Comparable<Octets> {
  private final byte[] content;

  private Octets(byte[] content) {
    this.content = content;
  }

  /// A copy of `bytes`.
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /// The bytes that `hex` spells.
  ///
  /// @throws IllegalArgumentException if `hex` is not a sequence of two-digit hexadecimal bytes
  public static Octets parse(String hex) {
    return new Octets(HexFormat.of().parseHex(hex));
  }

  /// A copy of the content.
  public byte[] bytes() {
    return content.clone();
  }

  /// The number of bytes.
  public int length() {
    return content.length;
  }

  /// Compares the bytes as unsigned numbers, a prefix before what it starts.
  @Override
  public int compareTo(Octets other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(content, octets.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// Lower-case hexadecimal.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(content);
  }
}
