package dev.flotilla.crdt;

import static dev.flotilla.crdt.Trie.LEVEL_BITS;

/// [PersistentMap#diff] over two tries: goes down only where they are not the same object.
final class TrieDiff {

  private TrieDiff() {}

  static <K, V> void diff(
      Trie<K, V> now,
      Trie<K, V> before,
      int shift,
      PersistentMap.DiffVisitor<? super K, ? super V> visitor) {
    if (Trie.same(now, before)) {
      return;
    }
    if (now instanceof Branch<K, V> newer && before instanceof Branch<K, V> older) {
      diffBranches(newer, older, shift, visitor);
      return;
    }
    // Only where the hash ends, and there both are collisions.
    diffCollisions((Collisions<K, V>) now, (Collisions<K, V>) before, visitor);
  }

  private static <K, V> void diffBranches(
      Branch<K, V> now,
      Branch<K, V> before,
      int shift,
      PersistentMap.DiffVisitor<? super K, ? super V> visitor) {
    int below = shift + LEVEL_BITS;
    int bits = now.childBits() | before.childBits();
    while (bits != 0) {
      int bit = Integer.lowestOneBit(bits);
      bits ^= bit;
      if (!before.has(bit)) {
        now.child(bit, below).forEach(visitor::added);
      } else if (!now.has(bit)) {
        before.child(bit, below).forEach(visitor::removed);
      } else if (now.hasEntry(bit) && before.hasEntry(bit)) {
        diffEntries(now, now.entryIndex(bit), before, before.entryIndex(bit), visitor);
      } else {
        diff(now.child(bit, below), before.child(bit, below), below, visitor);
      }
    }
  }

  private static <K, V> void diffEntries(
      Trie<K, V> now,
      int nowAt,
      Trie<K, V> before,
      int beforeAt,
      PersistentMap.DiffVisitor<? super K, ? super V> visitor) {
    K key = now.key(nowAt);
    V value = now.value(nowAt);
    V old = before.value(beforeAt);
    if (!key.equals(before.key(beforeAt))) {
      visitor.removed(before.key(beforeAt), old);
      visitor.added(key, value);
    } else if (!Trie.same(value, old) && !value.equals(old)) {
      visitor.changed(key, old, value);
    }
  }

  private static <K, V> void diffCollisions(
      Collisions<K, V> now,
      Collisions<K, V> before,
      PersistentMap.DiffVisitor<? super K, ? super V> visitor) {
    for (int i = 0; i < before.entries(); i++) {
      if (now.indexOf(before.key(i)) < 0) {
        visitor.removed(before.key(i), before.value(i));
      }
    }
    for (int i = 0; i < now.entries(); i++) {
      int known = before.indexOf(now.key(i));
      if (known < 0) {
        visitor.added(now.key(i), now.value(i));
      } else {
        diffEntries(now, i, before, known, visitor);
      }
    }
  }
}
