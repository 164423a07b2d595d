package dev.flotilla.crdt.types;

import dev.flotilla.crdt.PersistentMap;

/// Keeps all keys, and the greater of two values.
record Greater<K, V extends Comparable<V>>() implements PersistentMap.Merger<K, V> {

  @Override
  public V onlyThis(K key, V value) {
    return value;
  }

  @Override
  public V onlyOther(K key, V value) {
    return value;
  }

  @Override
  public V both(K key, V value, V other) {
    return value.compareTo(other) >= 0 ? value : other;
  }
}
