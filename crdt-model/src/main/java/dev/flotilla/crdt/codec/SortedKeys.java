package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// The entries of a map in the order of their keys' bytes.
final class SortedKeys<V> {

  /// What a key may share with the one before: bounds what short input can make a reader allocate.
  static final int SHARED_BYTES_MAX = 127;

  /// @param order the bytes that follow what all keys share, for a quick comparison
  private record Entry<V>(long order, int from, int to, V value) {}

  private final byte[] bytes;
  private final List<Entry<V>> sorted;

  private SortedKeys(byte[] bytes, List<Entry<V>> sorted) {
    this.bytes = bytes;
    this.sorted = sorted;
  }

  static <K, V> SortedKeys<V> of(PersistentMap<K, V> entries, Codec<K> codec) {
    var written = new CanonicalWriter();
    var ends = new int[entries.size()];
    var values = new ArrayList<V>(entries.size());
    entries.forEach((key, value) -> {
      codec.write(written, key);
      ends[values.size()] = written.size();
      values.add(value);
    });
    byte[] bytes = written.toBytes();
    int shared = sharedByAll(bytes, ends);
    var sorted = new ArrayList<Entry<V>>(ends.length);
    for (int i = 0; i < ends.length; i++) {
      int from = i == 0 ? 0 : ends[i - 1];
      sorted.add(new Entry<>(eight(bytes, from + shared, ends[i]), from, ends[i], values.get(i)));
    }
    sorted.sort((one, two) -> compare(bytes, one, two));
    return new SortedKeys<>(bytes, sorted);
  }

  /// For each entry: how many bytes the key shares with the one before, how many follow, those
  /// bytes, and what `value` writes.
  void write(CanonicalWriter to, Consumer<V> value) {
    int lastFrom = 0;
    int lastTo = 0;
    for (var entry : sorted) {
      int shared =
          Math.min(SHARED_BYTES_MAX, shared(bytes, lastFrom, lastTo, entry.from(), entry.to()));
      int suffix = entry.from() + shared;
      to.u8(shared).varint(entry.to() - suffix).raw(bytes, suffix, entry.to());
      value.accept(entry.value());
      lastFrom = entry.from();
      lastTo = entry.to();
    }
  }

  private static int sharedByAll(byte[] bytes, int[] ends) {
    int shared = ends.length == 0 ? 0 : ends[0];
    for (int i = 1; i < ends.length; i++) {
      shared = shared(bytes, 0, shared, ends[i - 1], ends[i]);
    }
    return shared;
  }

  private static int shared(byte[] bytes, int from, int to, int otherFrom, int otherTo) {
    int mismatch = Arrays.mismatch(bytes, from, to, bytes, otherFrom, otherTo);
    return mismatch < 0 ? to - from : mismatch;
  }

  /// Up to eight bytes as a number whose unsigned order is theirs, zeros after the end.
  private static long eight(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      number = number << Byte.SIZE | (i < to ? bytes[i] & 0xFFL : 0);
    }
    return number;
  }

  private static int compare(byte[] bytes, Entry<?> one, Entry<?> two) {
    int order = Long.compareUnsigned(one.order(), two.order());
    return order != 0
        ? order
        : Arrays.compareUnsigned(bytes, one.from(), one.to(), bytes, two.from(), two.to());
  }
}
