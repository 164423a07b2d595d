package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.codec.CanonicalWriter;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Collects the columns of packed changes. Like is put beside like, so that a general compressor
/// finds what repeats; keys, hashes and signatures stay apart, since nobody finds anything there.
///
/// ```
/// count of changes varint · form u8 (0 plain, 1 deflated) · lengths of the four columns, varints
/// · plain: the columns; deflated: length varint, raw DEFLATE of them · loose bytes
/// ```
final class Columns {
  static final int PLAIN = 0;
  static final int DEFLATED = 1;

  private final CanonicalWriter shapes = new CanonicalWriter();
  private final CanonicalWriter numbers = new CanonicalWriter();
  private final CanonicalWriter texts = new CanonicalWriter();
  private final CanonicalWriter values = new CanonicalWriter();
  private final CanonicalWriter loose = new CanonicalWriter();

  /// What is there and what is as before: marks, lengths, references.
  CanonicalWriter shapes() {
    return shapes;
  }

  /// Counters, times.
  CanonicalWriter numbers() {
    return numbers;
  }

  /// UTF-8 without lengths.
  CanonicalWriter texts() {
    return texts;
  }

  /// Values of slots.
  CanonicalWriter values() {
    return values;
  }

  /// What cannot be compressed.
  CanonicalWriter loose() {
    return loose;
  }

  byte[] toBytes(int count) {
    var columns = new CanonicalWriter();
    columns.raw(shapes.toBytes()).raw(numbers.toBytes());
    columns.raw(texts.toBytes()).raw(values.toBytes());
    var plain = columns.toBytes();
    var deflated = deflate(plain);
    var out = new CanonicalWriter();
    out.varint(count).u8(deflated.length < plain.length ? DEFLATED : PLAIN);
    out.varint(shapes.size()).varint(numbers.size()).varint(texts.size()).varint(values.size());
    if (deflated.length < plain.length) {
      out.bytes(deflated);
    } else {
      out.raw(plain);
    }
    return out.raw(loose.toBytes()).toBytes();
  }

  /// @return no shorter than `plain` if it does not pay
  private static byte[] deflate(byte[] plain) {
    if (plain.length < PackLimits.DEFLATE_FROM_BYTES) {
      return plain;
    }
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      var room = new byte[plain.length];
      var length = deflater.deflate(room);
      return deflater.finished() ? Arrays.copyOf(room, length) : plain;
    }
  }

  /// Small for numbers near zero on either side.
  static long zigzag(long number) {
    return (number << 1) ^ (number >> (Long.SIZE - 1));
  }
}
