package dev.flotilla.crdt;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An immutable hash map whose versions share what they have in common.
///
/// A trie over the hash codes of the keys, 32 ways at each level, with entries and sub-tries in one
/// compact array. Equal maps have equal tries, so [#equals], [#merge] and [#diff] pass over what
/// two versions share and cost no more than what differs. [#get], [#with] and [#without] cost
/// O(log32 size). Iteration goes in an order of the map's own. Safe to share between threads.
///
/// Keys need a stable `hashCode` and `equals`; keys with the same hash code are kept apart, slowly.
///
/// @see <a href="https://doi.org/10.1145/2814270.2814312">Steindorfer, Vinju 2015: Optimizing
///   Hash-Array Mapped Tries</a>
public final class PersistentMap<K, V> implements Iterable<Map.Entry<K, V>> {

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(Branch.empty());

  private final Trie<K, V> root;

  private PersistentMap(Trie<K, V> root) {
    this.root = root;
  }

  /// The map without entries.
  @SuppressWarnings("unchecked")
  public static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  /// The map with one entry.
  public static <K, V> PersistentMap<K, V> of(K key, V value) {
    return PersistentMap.<K, V>empty().with(key, value);
  }

  /// The map with the entries of another.
  public static <K, V> PersistentMap<K, V> copyOf(Map<? extends K, ? extends V> entries) {
    var builder = new Builder<K, V>();
    entries.forEach(builder::put);
    return builder.build();
  }

  /// The value of `key`, or null.
  public @Nullable V get(K key) {
    return Trie.get(root, key);
  }

  /// The value of `key`, or `otherwise`.
  public V getOrDefault(K key, V otherwise) {
    var value = get(key);
    return value == null ? otherwise : value;
  }

  /// Whether there is an entry of `key`.
  public boolean containsKey(K key) {
    return get(key) != null;
  }

  /// This map with `value` as the value of `key`; this map itself if it is the same object already.
  public PersistentMap<K, V> with(K key, V value) {
    return withRoot(root.replace(key, Trie.hash(key), 0, Trie.ANY, value));
  }

  /// This map without an entry of `key`; this map itself if there is none.
  public PersistentMap<K, V> without(K key) {
    return withRoot(root.replace(key, Trie.hash(key), 0, Trie.ANY, null));
  }

  /// This map with `now` as the value of `key`, or null if the value of the key is not `before`,
  /// the very object. No entry counts as null, both before and now. As fast as [#with].
  public @Nullable PersistentMap<K, V> replace(K key, @Nullable V before, @Nullable V now) {
    var next = root.replace(key, Trie.hash(key), 0, before, now);
    return next == null ? null : withRoot(next);
  }

  /// Both maps as one; `merger` decides, and is not asked where they share a part of the trie or
  /// hold the same object under a key. Returns one of the two itself if the outcome is that one.
  public PersistentMap<K, V> merge(PersistentMap<K, V> other, Merger<K, V> merger) {
    var merged = TrieMerge.merge(root, other.root, 0, merger);
    return Trie.same(merged, other.root) ? other : withRoot(merged);
  }

  /// Tells `visitor` how this map differs from an `older` one, in an order of the map's own.
  public void diff(PersistentMap<K, V> older, DiffVisitor<? super K, ? super V> visitor) {
    TrieDiff.diff(root, older.root, 0, visitor);
  }

  /// The number of entries.
  public int size() {
    return root.size();
  }

  /// Whether there is no entry.
  public boolean isEmpty() {
    return root.size() == 0;
  }

  /// Visits all entries.
  public void forEach(BiConsumer<? super K, ? super V> visitor) {
    root.forEach(visitor);
  }

  /// Entries that do not change; `remove` is not supported.
  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    return new TrieIterator<>(root);
  }

  /// The keys, in the order of [#iterator].
  public Iterable<K> keys() {
    return () -> mapped(iterator(), Map.Entry::getKey);
  }

  /// The values, in the order of [#iterator].
  public Iterable<V> values() {
    return () -> mapped(iterator(), Map.Entry::getValue);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersistentMap<?, ?> map && root.equals(map.root);
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (var entry : this) {
      sum += entry.hashCode();
    }
    return sum;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("{");
    for (var entry : this) {
      text.append(text.length() > 1 ? ", " : "").append(entry);
    }
    return text.append('}').toString();
  }

  /// @param next null only if a value was expected
  private PersistentMap<K, V> withRoot(@Nullable Trie<K, V> next) {
    if (next == null || Trie.same(next, root)) {
      return this;
    }
    return next.size() == 0 ? empty() : new PersistentMap<>(next);
  }

  private static <T, R> Iterator<R> mapped(Iterator<T> items, Function<T, R> mapping) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public R next() {
        if (!items.hasNext()) {
          throw new NoSuchElementException();
        }
        return mapping.apply(items.next());
      }
    };
  }

  /// Gathers entries for a map in O(entries), a few times faster than one [#with] for each. For one
  /// thread.
  public static final class Builder<K, V> {

    private final TrieBuilder<K, V> entries = new TrieBuilder<>();

    /// Adds an entry; the last one of a key counts.
    public Builder<K, V> put(K key, V value) {
      entries.put(key, value);
      return this;
    }

    /// The map. The builder may go on.
    public PersistentMap<K, V> build() {
      return PersistentMap.<K, V>empty().withRoot(entries.build());
    }
  }

  /// Decides what a merged map holds under a key: the value to keep, or null for no entry.
  public interface Merger<K, V> {

    /// Only the map that `merge` is called on has the key.
    @Nullable V onlyThis(K key, V value);

    /// Only the map given to `merge` has the key.
    @Nullable V onlyOther(K key, V value);

    /// Both have the key, with two objects that may be equal. Must keep equal values.
    @Nullable V both(K key, V value, V other);
  }

  /// Is told the differences between an older and a newer map.
  public interface DiffVisitor<K, V> {

    /// Only the newer map has the key.
    void added(K key, V now);

    /// Only the older map has the key.
    void removed(K key, V before);

    /// Both have the key, with values that are not equal.
    void changed(K key, V before, V now);
  }
}
