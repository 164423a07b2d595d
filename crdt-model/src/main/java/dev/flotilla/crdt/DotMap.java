package dev.flotilla.crdt;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stores under keys.
///
/// A *whole* map belongs to a full state: it speaks for every key, and a key without dots has no
/// entry. A *partial* map belongs to a delta: it speaks for the keys it lists alone, and lists a
/// key with an empty store if the edit only ends dots there. So joining a delta costs O(keys of the
/// delta · log(size of the state)), and a delta can do no harm beyond its keys.
///
/// The context beside a partial map must contain no dots of keys that it does not list. The stores
/// within a whole map are whole.
public final class DotMap<K, S extends DotStore<S>> implements DotStore<DotMap<K, S>> {

  private static final DotMap<?, ?> EMPTY =
      new DotMap<>(PersistentMap.<Object, DotSet>empty(), false);

  private final PersistentMap<K, S> entries;
  private final boolean partial;

  private DotMap(PersistentMap<K, S> entries, boolean partial) {
    this.entries = entries;
    this.partial = partial;
  }

  /// The whole map without dots.
  @SuppressWarnings("unchecked")
  public static <K, S extends DotStore<S>> DotMap<K, S> empty() {
    return (DotMap<K, S>) EMPTY;
  }

  /// A whole map.
  ///
  /// @param entries none of them empty, none of them partial
  public static <K, S extends DotStore<S>> DotMap<K, S> whole(PersistentMap<K, S> entries) {
    return entries.isEmpty() ? empty() : new DotMap<>(entries, false);
  }

  /// A partial map.
  ///
  /// @param entries all keys that the edit touches
  public static <K, S extends DotStore<S>> DotMap<K, S> partial(PersistentMap<K, S> entries) {
    return new DotMap<>(entries, true);
  }

  /// The store of `key`, or null.
  public @Nullable S get(K key) {
    return entries.get(key);
  }

  /// The stores by key.
  public PersistentMap<K, S> entries() {
    return entries;
  }

  /// This map with `store` as the store of `key`; a whole map lists no key with an empty store.
  public DotMap<K, S> with(K key, S store) {
    boolean listed = partial || !store.isEmpty();
    var next = listed ? entries.with(key, store) : entries.without(key);
    if (Trie.same(next, entries)) {
      return this;
    }
    return partial ? partial(next) : whole(next);
  }

  /// This whole map with `now` as the store of `key`, or null if the store of the key is not
  /// `seen`, the very object, or this map is partial. Empty stores stand for no entry.
  public @Nullable DotMap<K, S> replace(K key, S seen, S now) {
    var next =
        partial
            ? null
            : entries.replace(key, seen.isEmpty() ? null : seen, now.isEmpty() ? null : now);
    return next == null ? null : whole(next);
  }

  /// Whether this speaks for its keys alone.
  public boolean isPartial() {
    return partial;
  }

  @Override
  public boolean isEmpty() {
    for (var store : entries.values()) {
      if (!store.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public DotMap<K, S> join(CausalContext seen, DotMap<K, S> other, CausalContext otherSeen) {
    if (other.partial && (!partial || entries.size() >= other.entries.size())) {
      return withListed(seen, other, otherSeen);
    }
    if (partial) {
      return other.withListed(otherSeen, this, seen);
    }
    var joined = entries.merge(other.entries, new WholeMerger<K, S>(seen, otherSeen));
    return Trie.same(joined, entries)
        ? this
        : Trie.same(joined, other.entries) ? other : whole(joined);
  }

  @Override
  public DotMap<K, S> bottom() {
    return empty();
  }

  @Override
  public void forEachDot(Consumer<? super Dot> visitor) {
    for (var store : entries.values()) {
      store.forEachDot(visitor);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DotMap<?, ?> map
        && partial == map.partial
        && entries.equals(map.entries);
  }

  @Override
  public int hashCode() {
    return 2 * entries.hashCode() + (partial ? 1 : 0);
  }

  @Override
  public String toString() {
    return (partial ? "partial " : "") + entries;
  }

  /// The join with a partial map: visits the keys that it lists.
  private DotMap<K, S> withListed(CausalContext seen, DotMap<K, S> delta, CausalContext deltaSeen) {
    var joined = this;
    for (var listed : delta.entries) {
      var known = joined.get(listed.getKey());
      var store = listed.getValue();
      if (known != null) {
        store = known.join(seen, store, deltaSeen);
      } else if (!partial) {
        store = store.bottom().join(seen, store, deltaSeen);
      }
      joined = joined.with(listed.getKey(), store);
    }
    return joined;
  }

  /// Both speak for every key.
  private record WholeMerger<K, S extends DotStore<S>>(CausalContext seen, CausalContext otherSeen)
      implements PersistentMap.Merger<K, S> {

    @Override
    public @Nullable S onlyThis(K key, S store) {
      return alive(store.join(seen, store.bottom(), otherSeen));
    }

    @Override
    public @Nullable S onlyOther(K key, S store) {
      return alive(store.join(otherSeen, store.bottom(), seen));
    }

    @Override
    public @Nullable S both(K key, S store, S other) {
      return alive(store.join(seen, other, otherSeen));
    }

    private static <S extends DotStore<S>> @Nullable S alive(S store) {
      return store.isEmpty() ? null : store;
    }
  }
}
