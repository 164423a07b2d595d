package dev.flotilla.crdt;

import static dev.flotilla.crdt.Trie.LEVEL_BITS;
import static dev.flotilla.crdt.Trie.SHIFT_MAX;

import java.util.Arrays;

/// Builds a trie from the top: sorts the entries into the 32 children of a node by five bits of
/// their hash, then the entries of each child by the next five, and makes each node once.
final class TrieBuilder<K, V> {

  private static final int WAYS = 1 << LEVEL_BITS;
  private static final int INITIAL_ENTRIES = 16;

  /// Key and value of each entry.
  private Object[] slots = new Object[2 * INITIAL_ENTRIES];

  private int[] hashes = new int[INITIAL_ENTRIES];
  private int size;

  void put(K key, V value) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      slots = Arrays.copyOf(slots, 4 * size);
    }
    hashes[size] = Trie.hash(key);
    slots[2 * size] = key;
    slots[2 * size + 1] = value;
    size++;
  }

  Trie<K, V> build() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return node(order, 0, size, new int[size], 0);
  }

  /// The node of some entries.
  ///
  /// @param order the entries from `from` up to `to`; those that were put first come first
  /// @param spare as long as `order`
  private Trie<K, V> node(int[] order, int from, int to, int[] spare, int shift) {
    if (shift >= SHIFT_MAX) {
      return collisions(order, from, to);
    }
    int[] ends = sort(order, from, to, spare, shift);
    var children = new TrieChildren<K, V>(Math.min(WAYS, to - from));
    int start = from;
    for (int way = 0; way < WAYS; way++) {
      int end = ends[way];
      if (end - start == 1) {
        children.addEntry(1 << way, key(order[start]), value(order[start]));
      } else if (end > start) {
        children.addNode(1 << way, node(order, start, end, spare, shift + LEVEL_BITS));
      }
      start = end;
    }
    return children.branch(Branch.empty(), Branch.empty());
  }

  /// Sorts the entries by the bits of a level; those with the same bits stay in their order.
  ///
  /// @return where the entries of each way end
  private int[] sort(int[] order, int from, int to, int[] spare, int shift) {
    int[] next = new int[WAYS + 1];
    for (int i = from; i < to; i++) {
      next[way(order[i], shift) + 1]++;
    }
    next[0] = from;
    for (int way = 0; way < WAYS; way++) {
      next[way + 1] += next[way];
    }
    for (int i = from; i < to; i++) {
      spare[next[way(order[i], shift)]++] = order[i];
    }
    System.arraycopy(spare, from, order, from, to - from);
    return next;
  }

  private Trie<K, V> collisions(int[] order, int from, int to) {
    var collisions = new Collisions<K, V>(new Object[0]);
    for (int i = from; i < to; i++) {
      collisions = collisions.with(key(order[i]), value(order[i]));
    }
    return collisions;
  }

  private int way(int entry, int shift) {
    return hashes[entry] >>> shift & (WAYS - 1);
  }

  @SuppressWarnings("unchecked")
  private K key(int entry) {
    return (K) slots[2 * entry];
  }

  @SuppressWarnings("unchecked")
  private V value(int entry) {
    return (V) slots[2 * entry + 1];
  }
}
