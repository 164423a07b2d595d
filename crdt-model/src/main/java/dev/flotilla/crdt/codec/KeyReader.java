package dev.flotilla.crdt.codec;

import java.util.Arrays;

/// Reads keys that [SortedKeys] wrote, in their one form and order.
final class KeyReader {

  private static final int INITIAL_BYTES = 64;

  private final CanonicalReader from;
  private byte[] last = new byte[INITIAL_BYTES];
  private int length = -1;

  KeyReader(CanonicalReader from) {
    this.from = from;
  }

  <K> K next(Codec<K> codec) {
    int start = from.offset();
    int shared = from.u8();
    int rest = from.count(1);
    if (shared > SortedKeys.SHARED_BYTES_MAX || shared > Math.max(length, 0)) {
      throw new MalformedBytesException("more shared bytes than there are: " + shared, start);
    }
    if (length >= 0 && !follows(shared, rest)) {
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
