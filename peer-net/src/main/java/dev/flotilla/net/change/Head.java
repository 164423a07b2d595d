package dev.flotilla.net.change;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The newest change that a replica has of one author. Immutable.
public final class Head {
  /// Length of [#hash] in bytes.
  public static final int HASH_BYTES = 16;

  private final long counter;
  private final long seq;
  private final byte[] hash;

  /// @param counter the counter of the change's last operation
  /// @param seq the number of the change in its author's chain, from 1
  /// @param hash the first 16 bytes of the change's hash. Not 8: an author who wants to hide a fork
  ///   finds collisions of 64 bits.
  public Head(long counter, long seq, byte[] hash) {
    if (counter < seq || seq < 1) {
      throw new IllegalArgumentException("no head: change " + seq + ", operation " + counter);
    }
    if (hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("a head's hash has 16 bytes, not " + hash.length);
    }
    this.counter = counter;
    this.seq = seq;
    this.hash = hash.clone();
  }

  public long counter() {
    return counter;
  }

  public long seq() {
    return seq;
  }

  /// A copy of the 16 bytes.
  public byte[] hash() {
    return hash.clone();
  }

  /// Whether this is the head that `full` begins.
  public boolean names(ChangeHash full) {
    return Arrays.equals(hash, full.prefix());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Head that
        && counter == that.counter
        && seq == that.seq
        && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  /// Counter, number, and eight digits of the hash.
  @Override
  public String toString() {
    return counter + "/" + seq + ":" + HexFormat.of().formatHex(hash, 0, 4);
  }
}
