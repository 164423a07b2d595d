package dev.flotilla.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The entries whose keys have one and the same hash code, in any order. Costs O(entries).
final class Collisions<K, V> extends Trie<K, V> {

  /// Key and value of each entry.
  private final Object[] slots;

  Collisions(Object[] slots) {
    super(slots.length / 2);
    this.slots = slots;
  }

  /// The index of the key, or -1.
  int indexOf(Object key) {
    for (int i = 0; i < entries(); i++) {
      if (key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  @Nullable Trie<K, V> replace(
      K key, int hash, int shift, @Nullable Object before, @Nullable V value) {
    int index = indexOf(key);
    V known = index < 0 ? null : value(index);
    if (!isExpected(before, known)) {
      return null;
    }
    return value == null ? without(key) : with(key, value);
  }

  Collisions<K, V> with(K key, V value) {
    int index = indexOf(key);
    if (index >= 0 && same(value(index), value)) {
      return this;
    }
    int at = index < 0 ? slots.length : 2 * index;
    var next = Arrays.copyOf(slots, Math.max(slots.length, at + 2));
    next[at] = key;
    next[at + 1] = value;
    return new Collisions<>(next);
  }

  Collisions<K, V> without(K key) {
    int index = indexOf(key);
    if (index < 0) {
      return this;
    }
    var next = Arrays.copyOf(slots, slots.length - 2);
    if (index < entries() - 1) {
      next[2 * index] = slots[slots.length - 2];
      next[2 * index + 1] = slots[slots.length - 1];
    }
    return new Collisions<>(next);
  }

  @Override
  int entries() {
    return slots.length / 2;
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
    return 0;
  }

  @Override
  Trie<K, V> node(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (same(this, other)) {
      return true;
    }
    if (!(other instanceof Collisions<?, ?> collisions) || size() != collisions.size()) {
      return false;
    }
    for (int i = 0; i < entries(); i++) {
      int index = collisions.indexOf(key(i));
      if (index < 0 || !value(i).equals(collisions.value(index))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < entries(); i++) {
      sum += key(i).hashCode() ^ value(i).hashCode();
    }
    return sum;
  }
}
