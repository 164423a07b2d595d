package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.ReplicaId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [CanonicalWriter] wrote, and nothing else: numbers in their shortest form, lengths
/// and counts checked against the remaining bytes before anything is allocated, strict UTF-8.
///
/// Every method throws [MalformedBytesException], and only that, for bytes that do not fit. For one
/// thread.
public final class CanonicalReader {

  private static final int VARINT_BYTES_MAX = 9;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] from;
  private final int end;
  private int at;

  /// Reads all of `from`, which must not change meanwhile.
  public CanonicalReader(byte[] from) {
    this(from, from.length);
  }

  /// Reads `from` up to `end`.
  CanonicalReader(byte[] from, int end) {
    this.from = from;
    this.end = end;
  }

  /// One byte, 0 to 255.
  public int u8() {
    return (int) fixed(1);
  }

  /// Two bytes, 0 to 65 535.
  public int u16() {
    return (int) fixed(2);
  }

  /// Four bytes, 0 to 2^32 - 1.
  public long u32() {
    return fixed(4);
  }

  /// Six bytes, 0 to 2^48 - 1.
  public long u48() {
    return fixed(6);
  }

  /// Unsigned LEB128 in as few bytes as possible, 0 to 2^63 - 1.
  public long varint() {
    int start = at;
    long value = 0;
    for (int i = 0; i < VARINT_BYTES_MAX; i++) {
      int next = u8();
      value |= (next & 0x7FL) << (7 * i);
      if (next <= 0x7F) {
        if (next == 0 && i > 0) {
          throw new MalformedBytesException("number longer than needed", start);
        }
        return value;
      }
    }
    throw new MalformedBytesException("number above 2^63 - 1", start);
  }

  /// The number of items that follow.
  ///
  /// @param bytesPerItemMin what the smallest item takes, 1 or more: bounds what the caller
  ///   allocates by the size of the input
  public int count(int bytesPerItemMin) {
    int start = at;
    long count = varint();
    if (count > remaining() / bytesPerItemMin) {
      throw new MalformedBytesException("more items than bytes left for: " + count, start);
    }
    return (int) count;
  }

  /// As many bytes as the varint before them says.
  public byte[] bytes() {
    return raw(count(1));
  }

  /// As many bytes as the varint before them says, if they are no more than the limit.
  public byte[] bytes(int lengthMax) {
    int start = at;
    int length = count(1);
    if (length > lengthMax) {
      throw new MalformedBytesException("longer than " + lengthMax + " bytes: " + length, start);
    }
    return raw(length);
  }

  /// Exactly `length` bytes.
  public byte[] raw(int length) {
    require(length);
    byte[] value = Arrays.copyOfRange(from, at, at + length);
    at += length;
    return value;
  }

  /// Text as UTF-8 with its length before it.
  public String utf8() {
    return utf8(Integer.MAX_VALUE);
  }

  /// Text as UTF-8 with its length before it, if it is no more than the limit.
  public String utf8(int bytesMax) {
    int start = at;
    int length = count(1);
    if (length > bytesMax) {
      throw new MalformedBytesException("longer than " + bytesMax + " bytes: " + length, start);
    }
    var text = new String(from, at, length, StandardCharsets.UTF_8);
    // What is malformed was replaced; the replacement may also be what the text says.
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(length, start);
    }
    at += length;
    return text;
  }

  /// 16 bytes.
  public ReplicaId replicaId() {
    require(ReplicaId.BYTES);
    return new ReplicaId(fixed(Long.BYTES), fixed(Long.BYTES));
  }

  /// The number of bytes read so far.
  public int offset() {
    return at;
  }

  /// The number of bytes not read yet.
  public int remaining() {
    return end - at;
  }

  /// Refuses bytes after the value.
  public void end() {
    if (at < end) {
      throw new MalformedBytesException(remaining() + " bytes too many", at);
    }
  }

  /// The next byte, which is not taken; there must be one.
  int peek() {
    return from[at] & 0xFF;
  }

  /// How the next `length` bytes, which must be there and are not taken, compare to those of
  /// `other` from `start` to `end`.
  int compare(int length, byte[] other, int otherStart, int otherEnd) {
    return Arrays.compareUnsigned(from, at, at + length, other, otherStart, otherEnd);
  }

  /// Takes exactly `length` bytes.
  void raw(byte[] to, int toStart, int length) {
    require(length);
    System.arraycopy(from, at, to, toStart, length);
    at += length;
  }

  private void requireUtf8(int length, int start) {
    try {
      // A new decoder reports malformed input instead of replacing it.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(from, at, length));
    } catch (CharacterCodingException _) {
      throw new MalformedBytesException("text that is not UTF-8", start);
    }
  }

  private long fixed(int width) {
    require(width);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << Byte.SIZE | (from[at++] & 0xFFL);
    }
    return value;
  }

  private void require(int length) {
    if (length > remaining()) {
      throw new MalformedBytesException("bytes end early", at);
    }
  }
}
