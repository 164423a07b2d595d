package dev.flotilla.crdt;

import static dev.flotilla.crdt.Trie.LEVEL_BITS;

import org.jspecify.annotations.Nullable;

/// [PersistentMap#merge] over two tries. Returns an argument itself wherever nothing of it changes,
/// so that the outcome shares as much as possible and the next merge can skip it.
final class TrieMerge {

  private TrieMerge() {}

  static <K, V> Trie<K, V> merge(
      Trie<K, V> mine, Trie<K, V> theirs, int shift, PersistentMap.Merger<K, V> merger) {
    if (Trie.same(mine, theirs)) {
      return mine;
    }
    if (mine instanceof Branch<K, V> one && theirs instanceof Branch<K, V> two) {
      return mergeBranches(one, two, shift, merger);
    }
    // Only where the hash ends, and there both are collisions.
    return mergeCollisions((Collisions<K, V>) mine, (Collisions<K, V>) theirs, merger);
  }

  private static <K, V> Trie<K, V> mergeBranches(
      Branch<K, V> mine, Branch<K, V> theirs, int shift, PersistentMap.Merger<K, V> merger) {
    int bits = mine.childBits() | theirs.childBits();
    var children = new TrieChildren<K, V>(Integer.bitCount(bits));
    while (bits != 0) {
      int bit = Integer.lowestOneBit(bits);
      bits ^= bit;
      if (mine.hasEntry(bit) && theirs.hasEntry(bit)) {
        int one = mine.entryIndex(bit);
        int two = theirs.entryIndex(bit);
        K key = mine.key(one);
        if (key.equals(theirs.key(two))) {
          children.addEntry(bit, key, both(merger, key, mine.value(one), theirs.value(two)));
          continue;
        }
      }
      if (!mine.has(bit)) {
        addOnly(theirs, bit, shift, merger::onlyOther, children);
      } else if (!theirs.has(bit)) {
        addOnly(mine, bit, shift, merger::onlyThis, children);
      } else {
        int below = shift + LEVEL_BITS;
        children.addNode(
            bit, merge(mine.child(bit, below), theirs.child(bit, below), below, merger));
      }
    }
    return children.branch(mine, theirs);
  }

  private static <K, V> void addOnly(
      Branch<K, V> from, int bit, int shift, Choice<K, V> choice, TrieChildren<K, V> to) {
    if (from.hasEntry(bit)) {
      int index = from.entryIndex(bit);
      to.addEntry(bit, from.key(index), choice.keep(from.key(index), from.value(index)));
    } else {
      to.addNode(bit, chosen(from.node(from.nodeIndex(bit)), shift + LEVEL_BITS, choice));
    }
  }

  /// The part of a trie that is kept, when the other side has nothing there.
  private static <K, V> Trie<K, V> chosen(Trie<K, V> from, int shift, Choice<K, V> choice) {
    return switch (from) {
      case Branch<K, V> branch -> {
        int bits = branch.childBits();
        var children = new TrieChildren<K, V>(Integer.bitCount(bits));
        while (bits != 0) {
          int bit = Integer.lowestOneBit(bits);
          bits ^= bit;
          addOnly(branch, bit, shift, choice, children);
        }
        yield children.branch(branch, branch);
      }
      case Collisions<K, V> collisions -> {
        var kept = collisions;
        for (int i = 0; i < collisions.entries(); i++) {
          K key = collisions.key(i);
          kept = put(kept, key, choice.keep(key, collisions.value(i)));
        }
        yield kept;
      }
    };
  }

  private static <K, V> Trie<K, V> mergeCollisions(
      Collisions<K, V> mine, Collisions<K, V> theirs, PersistentMap.Merger<K, V> merger) {
    var merged = mine;
    for (int i = 0; i < mine.entries(); i++) {
      K key = mine.key(i);
      V value = mine.value(i);
      int other = theirs.indexOf(key);
      merged =
          put(
              merged,
              key,
              other < 0
                  ? merger.onlyThis(key, value)
                  : both(merger, key, value, theirs.value(other)));
    }
    for (int i = 0; i < theirs.entries(); i++) {
      K key = theirs.key(i);
      if (mine.indexOf(key) < 0) {
        merged = put(merged, key, merger.onlyOther(key, theirs.value(i)));
      }
    }
    return merged;
  }

  private static <K, V> Collisions<K, V> put(Collisions<K, V> to, K key, @Nullable V value) {
    return value == null ? to.without(key) : to.with(key, value);
  }

  private static <K, V> @Nullable V both(
      PersistentMap.Merger<K, V> merger, K key, V value, V other) {
    return Trie.same(value, other) ? value : merger.both(key, value, other);
  }

  /// What to keep of an entry that one side alone has.
  @FunctionalInterface
  private interface Choice<K, V> {
    @Nullable V keep(K key, V value);
  }
}
