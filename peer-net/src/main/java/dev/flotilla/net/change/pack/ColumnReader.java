package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads what [Columns] wrote. Throws [MalformedBytesException] and nothing else, and allocates no
/// more than the limits say.
final class ColumnReader {
  private static final int COLUMNS = 4;

  private final int count;
  private final CanonicalReader shapes;
  private final CanonicalReader numbers;
  private final CanonicalReader texts;
  private final CanonicalReader values;
  private final CanonicalReader loose;

  ColumnReader(byte[] packed) {
    var in = new CanonicalReader(packed);
    count = in.count(1);
    var form = in.u8();
    var lengths = new int[COLUMNS];
    var sum = 0L;
    for (var i = 0; i < COLUMNS; i++) {
      var length = in.varint();
      sum += Math.min(length, PackLimits.COLUMN_BYTES + 1L);
      if (sum > PackLimits.COLUMN_BYTES) {
        throw malformed("columns that are too long", in);
      }
      lengths[i] = (int) length;
    }
    var columns =
        switch (form) {
          case Columns.PLAIN -> in.raw((int) sum);
          case Columns.DEFLATED -> inflate(in, (int) sum);
          default -> throw malformed("packed in a form that is unknown: " + form, in);
        };
    var ends = lengths.clone();
    Arrays.parallelPrefix(ends, Integer::sum);
    shapes = part(columns, 0, ends[0]);
    numbers = part(columns, ends[0], ends[1]);
    texts = part(columns, ends[1], ends[2]);
    values = part(columns, ends[2], ends[3]);
    loose = new CanonicalReader(in.raw(in.remaining()));
  }

  private static CanonicalReader part(byte[] columns, int from, int to) {
    return new CanonicalReader(Arrays.copyOfRange(columns, from, to));
  }

  private static byte[] inflate(CanonicalReader in, int length) {
    var deflated = in.bytes();
    var plain = new byte[length];
    try (var inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      var written = inflater.inflate(plain);
      // One byte more would be more than was announced.
      var isWhole = inflater.finished() || inflater.inflate(new byte[1]) == 0;
      if (written != length || !isWhole || !inflater.finished() || inflater.getRemaining() > 0) {
        throw malformed("columns that do not have the length announced", in);
      }
      return plain;
    } catch (DataFormatException _) {
      throw malformed("damaged columns", in);
    }
  }

  int count() {
    return count;
  }

  CanonicalReader shapes() {
    return shapes;
  }

  CanonicalReader numbers() {
    return numbers;
  }

  CanonicalReader texts() {
    return texts;
  }

  CanonicalReader values() {
    return values;
  }

  CanonicalReader loose() {
    return loose;
  }

  /// A small number from the shapes.
  int size(int max) {
    var size = shapes.varint();
    if (size > max) {
      throw malformed("too much: " + size, shapes);
    }
    return (int) size;
  }

  /// A counter, told as the distance from another.
  long counterFrom(long before) {
    var zigzag = numbers.varint();
    var counter = before + ((zigzag >>> 1) ^ -(zigzag & 1));
    if (counter < 0 || counter > PackLimits.GREATEST_COUNTER) {
      throw malformed("no counter: " + counter, numbers);
    }
    return counter;
  }

  /// Refuses bytes that nobody asked for.
  void end() {
    shapes.end();
    numbers.end();
    texts.end();
    values.end();
    loose.end();
  }

  static MalformedBytesException malformed(String reason, CanonicalReader at) {
    return new MalformedBytesException(reason, at.offset());
  }
}
