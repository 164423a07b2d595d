package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;

/// A [Write] under a key.
///
/// @param dot names the edit
/// @param seen the writes under the key that it ends
/// @param now what it writes, which may be nothing
record KeyWrite<K, V>(Dot dot, K key, DotFun<V> seen, DotFun<V> now)
    implements Delta<Causal<DotMap<K, DotFun<V>>>> {

  /// An edit that writes `now` in the place of all that `state` holds under the key.
  ///
  /// @throws IllegalArgumentException if the key is too large
  static <K, V> KeyWrite<K, V> in(
      Causal<DotMap<K, DotFun<V>>> state, Dot dot, K key, DotFun<V> now) {
    return new KeyWrite<>(dot, key, writes(state.store(), Limits.key(key)), now);
  }

  @Override
  public Causal<DotMap<K, DotFun<V>>> fragment() {
    return new Causal<>(DotMap.partial(PersistentMap.of(key, now)), Write.context(dot, seen));
  }

  /// Takes the short way where just what was seen is alive, as it is where the edit was made.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public Causal<DotMap<K, DotFun<V>>> applyTo(Causal<DotMap<K, DotFun<V>>> state) {
    var context = state.context().with(dot);
    var store = state.store();
    if (store.isPartial() || context == state.context() || writes(store, key) != seen) {
      return state.join(fragment());
    }
    var entries = now.isEmpty() ? store.entries().without(key) : store.entries().with(key, now);
    return new Causal<>(DotMap.whole(entries), context);
  }

  private static <K, V> DotFun<V> writes(DotMap<K, DotFun<V>> store, K key) {
    return store.entries().getOrDefault(key, DotFun.empty());
  }
}
