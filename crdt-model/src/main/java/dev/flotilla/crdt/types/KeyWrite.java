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
    var seen = state.store().entries().getOrDefault(Limits.key(key), DotFun.empty());
    return new KeyWrite<>(dot, key, seen, now);
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
    var store = context == state.context() ? null : state.store().replace(key, seen, now);
    return store == null ? state.join(fragment()) : new Causal<>(store, context);
  }
}
