package dev.flotilla.net.change;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a change's bytes, its signature included. Immutable; safe as a key.
public final class ChangeHash {
  /// Length in bytes.
  public static final int BYTES = 32;

  /// The predecessor of a replica's first change: 32 zero bytes.
  public static final ChangeHash NONE = new ChangeHash(new byte[BYTES]);

  private final byte[] bytes;

  private ChangeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes the 32 bytes of a hash that was computed elsewhere.
  public static ChangeHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new ChangeHash(bytes.clone());
  }

  /// Computes the hash of a change from its bytes.
  public static ChangeHash ofBytes(byte[] raw) {
    return new ChangeHash(sha256().digest(raw));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// A copy of the 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The first 16 bytes, as [Head] carries them.
  public byte[] prefix() {
    return Arrays.copyOf(bytes, Head.HASH_BYTES);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChangeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// 64 hexadecimal digits.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
