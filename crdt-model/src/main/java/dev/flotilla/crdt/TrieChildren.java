package dev.flotilla.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gathers the children of a [Branch] in the order of their bits, and keeps the branch canonical:
/// an empty node is left out, a node of one entry is taken in as the entry.
final class TrieChildren<K, V> {

  private final Object[] entrySlots;
  private final Object[] nodeSlots;
  private int entryBits;
  private int nodeBits;
  private int entries;
  private int nodes;
  private int size;

  TrieChildren(int childrenMax) {
    entrySlots = new Object[2 * childrenMax];
    nodeSlots = new Object[childrenMax];
  }

  void addEntry(int bit, K key, @Nullable V value) {
    if (value == null) {
      return;
    }
    entrySlots[2 * entries] = key;
    entrySlots[2 * entries + 1] = value;
    entries++;
    entryBits |= bit;
    size++;
  }

  void addNode(int bit, Trie<K, V> node) {
    if (node.size() == 1) {
      addEntry(bit, node.key(0), node.value(0));
    } else if (node.size() > 1) {
      nodeSlots[nodes] = node;
      nodes++;
      nodeBits |= bit;
      size += node.size();
    }
  }

  /// One of the two itself if it has these children, a new branch otherwise.
  Branch<K, V> branch(Branch<K, V> first, Branch<K, V> second) {
    var slots = Arrays.copyOf(entrySlots, 2 * entries + nodes);
    System.arraycopy(nodeSlots, 0, slots, 2 * entries, nodes);
    if (first.consistsOf(entryBits, nodeBits, slots)) {
      return first;
    }
    if (second.consistsOf(entryBits, nodeBits, slots)) {
      return second;
    }
    return new Branch<>(entryBits, nodeBits, slots, size);
  }
}
