package dev.flotilla.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A node that tells its children apart by five bits of their hash.
final class Branch<K, V> extends Trie<K, V> {

  private static final Branch<?, ?> EMPTY = new Branch<>(0, 0, new Object[0], 0);

  /// One bit for each child that is an entry; none in common with [#nodeBits].
  private final int entryBits;

  /// One bit for each child that is a node.
  private final int nodeBits;

  /// Key and value of each entry in the order of their bits, then the nodes in theirs.
  private final Object[] slots;

  Branch(int entryBits, int nodeBits, Object[] slots, int size) {
    super(size);
    this.entryBits = entryBits;
    this.nodeBits = nodeBits;
    this.slots = slots;
  }

  @SuppressWarnings("unchecked")
  static <K, V> Branch<K, V> empty() {
    return (Branch<K, V>) EMPTY;
  }

  /// One bit for each child.
  int childBits() {
    return entryBits | nodeBits;
  }

  boolean has(int bit) {
    return (childBits() & bit) != 0;
  }

  boolean hasEntry(int bit) {
    return (entryBits & bit) != 0;
  }

  /// The child of `bit`, which must be there, as a node at the level of `shift`.
  Trie<K, V> child(int bit, int shift) {
    if (!hasEntry(bit)) {
      return node(nodeIndex(bit));
    }
    int index = entryIndex(bit);
    return single(key(index), value(index), hash(key(index)), shift);
  }

  /// Whether the branch has these very objects as its children.
  boolean consistsOf(int entries, int nodes, Object[] children) {
    if (entries != entryBits || nodes != nodeBits) {
      return false;
    }
    for (int i = 0; i < slots.length; i++) {
      if (!same(slots[i], children[i])) {
        return false;
      }
    }
    return true;
  }

  /// The index of the entry of `bit`.
  int entryIndex(int bit) {
    return Integer.bitCount(entryBits & (bit - 1));
  }

  /// The index of the node of `bit`.
  int nodeIndex(int bit) {
    return Integer.bitCount(nodeBits & (bit - 1));
  }

  @Override
  @Nullable Trie<K, V> replace(
      K key, int hash, int shift, @Nullable Object before, @Nullable V value) {
    int bit = bit(hash, shift);
    if ((nodeBits & bit) != 0) {
      return replaceBelow(bit, key, hash, shift, before, value);
    }
    int index = entryIndex(bit);
    if ((entryBits & bit) != 0 && key(index).equals(key)) {
      return replaceEntry(bit, index, before, value);
    }
    if (!isExpected(before, null)) {
      return null;
    }
    if (value == null) {
      return this;
    }
    if ((entryBits & bit) == 0) {
      return withEntryInserted(bit, index, key, value);
    }
    K known = key(index);
    var below = pair(known, value(index), hash(known), key, value, hash, shift + LEVEL_BITS);
    return withEntryAsNode(bit, index, below);
  }

  private @Nullable Trie<K, V> replaceBelow(
      int bit, K key, int hash, int shift, @Nullable Object before, @Nullable V value) {
    int index = nodeIndex(bit);
    var node = node(index);
    var next = node.replace(key, hash, shift + LEVEL_BITS, before, value);
    if (next == null) {
      return null;
    }
    if (same(next, node)) {
      return this;
    }
    return next.size() == 1 ? withNodeAsEntry(bit, index, next) : withNode(index, next);
  }

  private @Nullable Trie<K, V> replaceEntry(
      int bit, int index, @Nullable Object before, @Nullable V value) {
    V known = value(index);
    if (!isExpected(before, known)) {
      return null;
    }
    if (value == null) {
      return withoutEntry(bit, index);
    }
    return same(known, value) ? this : withValue(index, value);
  }

  @Override
  int entries() {
    return Integer.bitCount(entryBits);
  }

  @Override
  @SuppressWarnings("unchecked")
  K key(int index) {
    return (K) slots[2 * index];
  }

  @Override
  @SuppressWarnings("unchecked")
  V value(int index) {
    return (V) slots[2 * index + 1];
  }

  @Override
  int nodes() {
    return Integer.bitCount(nodeBits);
  }

  @Override
  @SuppressWarnings("unchecked")
  Trie<K, V> node(int index) {
    return (Trie<K, V>) slots[2 * entries() + index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (same(this, other)) {
      return true;
    }
    return other instanceof Branch<?, ?> branch
        && size() == branch.size()
        && entryBits == branch.entryBits
        && nodeBits == branch.nodeBits
        && Arrays.equals(slots, branch.slots);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(slots);
  }

  private Branch<K, V> withValue(int index, V value) {
    var next = slots.clone();
    next[2 * index + 1] = value;
    return new Branch<>(entryBits, nodeBits, next, size());
  }

  private Branch<K, V> withNode(int index, Trie<K, V> node) {
    var next = slots.clone();
    next[2 * entries() + index] = node;
    return new Branch<>(entryBits, nodeBits, next, size() - node(index).size() + node.size());
  }

  private Branch<K, V> withEntryInserted(int bit, int index, K key, V value) {
    var next = new Object[slots.length + 2];
    System.arraycopy(slots, 0, next, 0, 2 * index);
    next[2 * index] = key;
    next[2 * index + 1] = value;
    System.arraycopy(slots, 2 * index, next, 2 * index + 2, slots.length - 2 * index);
    return new Branch<>(entryBits | bit, nodeBits, next, size() + 1);
  }

  private Branch<K, V> withoutEntry(int bit, int index) {
    var next = new Object[slots.length - 2];
    System.arraycopy(slots, 0, next, 0, 2 * index);
    System.arraycopy(slots, 2 * index + 2, next, 2 * index, next.length - 2 * index);
    return new Branch<>(entryBits & ~bit, nodeBits, next, size() - 1);
  }

  private Branch<K, V> withEntryAsNode(int bit, int index, Trie<K, V> node) {
    var next = new Object[slots.length - 1];
    int to = 2 * (entries() - 1) + nodeIndex(bit);
    System.arraycopy(slots, 0, next, 0, 2 * index);
    System.arraycopy(slots, 2 * index + 2, next, 2 * index, to - 2 * index);
    next[to] = node;
    System.arraycopy(slots, to + 2, next, to + 1, next.length - to - 1);
    return new Branch<>(entryBits & ~bit, nodeBits | bit, next, size() - 1 + node.size());
  }

  private Branch<K, V> withNodeAsEntry(int bit, int index, Trie<K, V> node) {
    var next = new Object[slots.length + 1];
    int from = 2 * entries() + index;
    int to = 2 * entryIndex(bit);
    System.arraycopy(slots, 0, next, 0, to);
    next[to] = node.key(0);
    next[to + 1] = node.value(0);
    System.arraycopy(slots, to, next, to + 2, from - to);
    System.arraycopy(slots, from + 1, next, from + 2, slots.length - from - 1);
    return new Branch<>(entryBits | bit, nodeBits & ~bit, next, size() - node(index).size() + 1);
  }
}
