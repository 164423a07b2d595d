package dev.flotilla.crdt;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/// Walks a trie: the entries of a node, then its sub-tries.
final class TrieIterator<K, V> implements Iterator<Map.Entry<K, V>> {

  private final ArrayDeque<Trie<K, V>> waiting = new ArrayDeque<>();
  private Trie<K, V> current;
  private int index;

  TrieIterator(Trie<K, V> root) {
    current = root;
    skipToEntry();
  }

  @Override
  public boolean hasNext() {
    return index < current.entries();
  }

  @Override
  public Map.Entry<K, V> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var entry = current.entry(index);
    index++;
    skipToEntry();
    return entry;
  }

  private void skipToEntry() {
    while (index == current.entries()) {
      for (int i = current.nodes() - 1; i >= 0; i--) {
        waiting.push(current.node(i));
      }
      if (waiting.isEmpty()) {
        return;
      }
      current = waiting.pop();
      index = 0;
    }
  }
}
