package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The entries of a map in the order of their keys' bytes.
///
/// Sorts numbers, not keys: the bytes that follow what all keys share, as many as a number has room
/// for beside the index of the key. Only keys that these bytes do not tell apart are compared.
final class SortedKeys<V> {

  /// What a key may share with the one before: bounds what short input can make a reader allocate,
  /// and fits into a byte with one bit to spare.
  static final int SHARED_BYTES_MAX = 127;

  private final byte[] bytes;

  /// Where each key ends; it starts where the one before ends.
  private final int[] ends;

  private final List<V> values;
  private final int[] order;

  private SortedKeys(byte[] bytes, int[] ends, List<V> values) {
    this.bytes = bytes;
    this.ends = ends;
    this.values = values;
    this.order = new int[ends.length];
    sort();
  }

  static <K, V> SortedKeys<V> of(PersistentMap<K, V> entries, Codec<K> codec) {
    var written = new CanonicalWriter();
    var ends = new int[entries.size()];
    var values = new ArrayList<V>(ends.length);
    entries.forEach((key, value) -> {
      codec.write(written, key);
      ends[values.size()] = written.size();
      values.add(value);
    });
    return new SortedKeys<>(written.toBytes(), ends, values);
  }

  /// For each entry: how many bytes the key shares with the one before, how many follow if the keys
  /// differ in length, those bytes, and what `value` writes.
  void write(CanonicalWriter to, Consumer<V> value) {
    int lastStart = 0;
    int lastEnd = 0;
    for (int key : order) {
      int start = start(key);
      int shared = Math.min(SHARED_BYTES_MAX, shared(lastStart, lastEnd, start, ends[key]));
      if (ends[key] - start == lastEnd - lastStart) {
        to.u8(2 * shared);
      } else {
        to.u8(2 * shared + 1).varint(ends[key] - start - shared);
      }
      to.raw(bytes, start + shared, ends[key]);
      value.accept(values.get(key));
      lastStart = start;
      lastEnd = ends[key];
    }
  }

  private void sort() {
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(ends.length);
    long indexMask = (1L << indexBits) - 1;
    int prefix = sharedByAll();
    var numbers = new long[ends.length];
    for (int key = 0; key < numbers.length; key++) {
      // The greatest bit is turned, for the bytes are unsigned and numbers are not.
      long bits = eight(start(key) + prefix, ends[key]) ^ Long.MIN_VALUE;
      numbers[key] = (bits & ~indexMask) | key;
    }
    Arrays.sort(numbers);
    int run = 0;
    for (int at = 0; at < numbers.length; at++) {
      order[at] = (int) (numbers[at] & indexMask);
      if ((numbers[at] ^ numbers[run]) > indexMask || (numbers[at] ^ numbers[run]) < 0) {
        sortRun(run, at);
        run = at;
      }
    }
    sortRun(run, numbers.length);
  }

  /// Sorts a part of the order by whole keys.
  private void sortRun(int from, int to) {
    if (to - from > 1) {
      var run = IntStream.range(from, to).mapToObj(at -> order[at]).sorted(this::compare).toList();
      for (int i = 0; i < run.size(); i++) {
        order[from + i] = run.get(i);
      }
    }
  }

  private int compare(int key, int other) {
    return Arrays.compareUnsigned(bytes, start(key), ends[key], bytes, start(other), ends[other]);
  }

  private int start(int key) {
    return key == 0 ? 0 : ends[key - 1];
  }

  private int sharedByAll() {
    int shared = ends.length == 0 ? 0 : ends[0];
    for (int key = 1; key < ends.length; key++) {
      shared = shared(0, shared, start(key), ends[key]);
    }
    return shared;
  }

  private int shared(int start, int end, int otherStart, int otherEnd) {
    int mismatch = Arrays.mismatch(bytes, start, end, bytes, otherStart, otherEnd);
    return mismatch < 0 ? end - start : mismatch;
  }

  /// Up to eight bytes as an unsigned number, zeros after the end.
  private long eight(int start, int end) {
    long number = 0;
    for (int at = start; at < start + Long.BYTES; at++) {
      number = number << Byte.SIZE | (at < end ? bytes[at] & 0xFFL : 0);
    }
    return number;
  }
}
