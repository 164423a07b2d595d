package dev.flotilla.crdt;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A node of a [PersistentMap]. Immutable once built, although its arrays are bare.
///
/// Canonical: below the root, no node has fewer than two entries in all, so a set of entries has
/// one form (but for the order within a [Collisions]).
abstract sealed class Trie<K, V> permits Branch, Collisions {

  /// Bits of the hash that one level uses.
  static final int LEVEL_BITS = 5;

  /// From this shift on, no bits are left to tell keys apart.
  static final int SHIFT_MAX = 35;

  /// Stands for whatever value there is.
  static final Object ANY = new Object();

  private final int size;

  Trie(int size) {
    this.size = size;
  }

  /// Spreads a key's hash code over all bits, one to one: only equal hash codes collide.
  static int hash(Object key) {
    int mixed = key.hashCode() * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }

  /// The bit of the child that `hash` leads to at the level of `shift`.
  static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & 0x1F);
  }

  /// A node with one entry; of use only below a node that takes the entry in.
  static <K, V> Trie<K, V> single(K key, V value, int hash, int shift) {
    return shift >= SHIFT_MAX
        ? new Collisions<>(new Object[] {key, value})
        : new Branch<>(bit(hash, shift), 0, new Object[] {key, value}, 1);
  }

  /// A node with two entries of different keys.
  static <K, V> Trie<K, V> pair(
      K key, V value, int hash, K otherKey, V otherValue, int otherHash, int shift) {
    if (shift >= SHIFT_MAX) {
      return new Collisions<>(new Object[] {key, value, otherKey, otherValue});
    }
    int bit = bit(hash, shift);
    int otherBit = bit(otherHash, shift);
    if (bit == otherBit) {
      var below = pair(key, value, hash, otherKey, otherValue, otherHash, shift + LEVEL_BITS);
      return new Branch<>(0, bit, new Object[] {below}, 2);
    }
    var slots =
        Integer.compareUnsigned(bit, otherBit) < 0
            ? new Object[] {key, value, otherKey, otherValue}
            : new Object[] {otherKey, otherValue, key, value};
    return new Branch<>(bit | otherBit, 0, slots, 2);
  }

  /// The number of entries in this node and below.
  final int size() {
    return size;
  }

  /// The value of `key`, or null.
  static <K, V> @Nullable V get(Trie<K, V> root, K key) {
    int hash = hash(key);
    var node = root;
    for (int shift = 0; node instanceof Branch<K, V> branch; shift += LEVEL_BITS) {
      int bit = bit(hash, shift);
      if (branch.hasEntry(bit)) {
        int index = branch.entryIndex(bit);
        return branch.key(index).equals(key) ? branch.value(index) : null;
      }
      if (!branch.has(bit)) {
        return null;
      }
      node = branch.node(branch.nodeIndex(bit));
    }
    int index = ((Collisions<K, V>) node).indexOf(key);
    return index < 0 ? null : node.value(index);
  }

  /// This node with `value` as the value of `key`, null standing for no entry; this node itself if
  /// that is so already.
  ///
  /// @param before the very object that must be the value of the key, null for no entry, or [#ANY]
  /// @return null if the value is not `before`
  abstract @Nullable Trie<K, V> replace(
      K key, int hash, int shift, @Nullable Object before, @Nullable V value);

  /// The number of entries in the node itself.
  abstract int entries();

  abstract K key(int index);

  abstract V value(int index);

  /// The number of nodes below.
  abstract int nodes();

  abstract Trie<K, V> node(int index);

  final void forEach(BiConsumer<? super K, ? super V> visitor) {
    for (int i = 0; i < entries(); i++) {
      visitor.accept(key(i), value(i));
    }
    for (int i = 0; i < nodes(); i++) {
      node(i).forEach(visitor);
    }
  }

  final Map.Entry<K, V> entry(int index) {
    return Map.entry(key(index), value(index));
  }

  /// Whether `value`, null if there is none, is what is expected.
  static boolean isExpected(@Nullable Object before, @Nullable Object value) {
    return same(before, ANY) || same(before, value);
  }

  /// Whether both are one object, which is how shared parts are told.
  @SuppressWarnings("ReferenceEquality")
  static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }
}
