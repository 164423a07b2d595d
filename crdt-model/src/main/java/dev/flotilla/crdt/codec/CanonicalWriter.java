package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.ReplicaId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects the canonical bytes of values. Fixed-width integers are big-endian; a number out of
/// range is a bug and throws [IllegalArgumentException].
///
/// For one thread. Methods return the writer itself.
public final class CanonicalWriter {

  static final long U32_MAX = 0xFFFF_FFFFL;
  static final long U48_MAX = 0xFFFF_FFFF_FFFFL;

  private static final int INITIAL_BYTES = 64;

  private byte[] room = new byte[INITIAL_BYTES];
  private int used;

  /// One byte, 0 to 255.
  public CanonicalWriter u8(int value) {
    return fixed(value, 1, 0xFF);
  }

  /// Two bytes, 0 to 65 535.
  public CanonicalWriter u16(int value) {
    return fixed(value, 2, 0xFFFF);
  }

  /// Four bytes, 0 to 2^32 - 1.
  public CanonicalWriter u32(long value) {
    return fixed(value, 4, U32_MAX);
  }

  /// Six bytes, 0 to 2^48 - 1.
  public CanonicalWriter u48(long value) {
    return fixed(value, 6, U48_MAX);
  }

  /// Unsigned LEB128 in as few bytes as possible: 1 to 9 for 0 to 2^63 - 1.
  public CanonicalWriter varint(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("number below 0: " + value);
    }
    long rest = value;
    while (rest > 0x7F) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /// The length as a varint, then the bytes.
  public CanonicalWriter bytes(byte[] value) {
    return varint(value.length).raw(value);
  }

  /// The bytes alone, for a length that the format fixes.
  public CanonicalWriter raw(byte[] value) {
    return raw(value, 0, value.length);
  }

  CanonicalWriter raw(byte[] value, int from, int to) {
    int length = to - from;
    ensure(length);
    System.arraycopy(value, from, room, used, length);
    used += length;
    return this;
  }

  /// The length of the UTF-8 form as a varint, then the UTF-8 form.
  ///
  /// @throws IllegalArgumentException if the text has half of a surrogate pair
  public CanonicalWriter utf8(String value) {
    requireWholeSurrogatePairs(value);
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /// 16 bytes.
  public CanonicalWriter replicaId(ReplicaId value) {
    return eight(value.high()).eight(value.low());
  }

  /// The number of bytes written so far.
  public int size() {
    return used;
  }

  /// A copy of what was written so far.
  public byte[] toBytes() {
    return Arrays.copyOf(room, used);
  }

  private CanonicalWriter eight(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      put((byte) (value >>> shift));
    }
    return this;
  }

  private CanonicalWriter fixed(long value, int width, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException("number out of range 0 to " + max + ": " + value);
    }
    for (int shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      put((byte) (value >>> shift));
    }
    return this;
  }

  private static void requireWholeSurrogatePairs(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw new IllegalArgumentException("text with half of a surrogate pair");
        }
        i++;
      }
    }
  }

  private void put(byte value) {
    ensure(1);
    room[used++] = value;
  }

  private void ensure(int more) {
    int needed = Math.addExact(used, more);
    if (needed > room.length) {
      room = Arrays.copyOf(room, Math.max(needed, (int) Math.min(2L * room.length, 1 << 30)));
    }
  }
}
