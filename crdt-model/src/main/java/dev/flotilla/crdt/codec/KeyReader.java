package dev.flotilla.crdt.codec;

import java.util.Arrays;

/// Reads keys that [SortedKeys] wrote, in their one form and order.
final class KeyReader {

  private static final int INITIAL_BYTES = 64;

  private final CanonicalReader from;
  private byte[] last = new byte[INITIAL_BYTES];
  private int length;

  KeyReader(CanonicalReader from) {
    this.from = from;
  }

  <K> K next(Codec<K> codec) {
    int start = from.offset();
    int head = from.u8();
    int shared = head / 2;
    if (shared > length) {
      throw new MalformedBytesException("more shared bytes than there are: " + shared, start);
    }
    int sameLength = length - shared;
    int rest = head % 2 == 0 ? sameLength : from.count(1);
    if (rest > from.remaining() || (head % 2 == 1 && rest == sameLength)) {
      throw new MalformedBytesException("length of a key that does not fit: " + rest, start);
    }
    if (!follows(shared, rest)) {
      throw new MalformedBytesException("keys out of order", start);
    }
    length = shared + rest;
    if (length > last.length) {
      last = Arrays.copyOf(last, 2 * length);
    }
    from.raw(last, shared, rest);
    var reader = new CanonicalReader(last, length);
    try {
      var key = codec.read(reader);
      reader.end();
      return key;
    } catch (MalformedBytesException e) {
      throw new MalformedBytesException(e.reason(), start);
    }
  }

  /// Whether the key shares no more than these bytes with the last one, and comes after it.
  private boolean follows(int shared, int rest) {
    if (rest == 0) {
      return false;
    }
    if (shared == length) {
      return true;
    }
    return shared < SortedKeys.SHARED_BYTES_MAX
        ? from.peek() > (last[shared] & 0xFF)
        : from.compare(rest, last, shared, length) > 0;
  }
}
