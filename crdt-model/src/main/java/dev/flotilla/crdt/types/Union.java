package dev.flotilla.crdt.types;

import dev.flotilla.crdt.PersistentMap;

/// The join of maps whose keys stay: all keys, each with the greater of its values.
final class Union<K, V extends Comparable<V>> implements PersistentMap.Merger<K, V> {

  /// From this many times fewer entries on, they are put one by one: a merge walks through all that
  /// only one side has.
  private static final int FEWER = 8;

  private PersistentMap<K, V> joined;

  private Union(PersistentMap<K, V> joined) {
    this.joined = joined;
  }

  /// Costs what differs between maps that share structure, and no more than O(entries of the
  /// smaller map · log(entries of the larger one)).
  static <K, V extends Comparable<V>> PersistentMap<K, V> of(
      PersistentMap<K, V> one, PersistentMap<K, V> other) {
    boolean otherIsLarger = one.size() < other.size();
    var large = otherIsLarger ? other : one;
    var small = otherIsLarger ? one : other;
    var union = new Union<>(large);
    if (small.size() > large.size() / FEWER) {
      return large.merge(small, union);
    }
    small.forEach(union::put);
    return union.joined;
  }

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

  /// Looks the key up once if it is new, as most are.
  private void put(K key, V value) {
    var next = joined.with(key, value);
    var known = next.size() > joined.size() ? null : joined.get(key);
    joined = known == null || known.compareTo(value) < 0 ? next : joined;
  }
}
