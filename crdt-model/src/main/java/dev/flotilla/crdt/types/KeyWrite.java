package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import org.jspecify.annotations.Nullable;

/// A [Write] under a key.
record KeyWrite<K, V>(K key, Write<V> write) implements Delta<Causal<DotMap<K, DotFun<V>>>> {

  /// An edit that ends all writes of `state` under the key.
  ///
  /// @param value what is written in their place, or null
  /// @throws IllegalArgumentException if the key is too large
  static <K, V> KeyWrite<K, V> in(
      Causal<DotMap<K, DotFun<V>>> state, Dot dot, K key, @Nullable V value) {
    return new KeyWrite<>(Limits.key(key), Write.over(state.store().get(key), dot, value));
  }

  @Override
  public Causal<DotMap<K, DotFun<V>>> fragment() {
    return new Causal<>(DotMap.partial(PersistentMap.of(key, write.written())), write.context());
  }

  @Override
  public Causal<DotMap<K, DotFun<V>>> applyTo(Causal<DotMap<K, DotFun<V>>> state) {
    var store = state.store();
    if (store.isPartial() || !write.isNextTo(store.get(key), state.context())) {
      return state.join(fragment());
    }
    var entries =
        write.value() == null
            ? store.entries().without(key)
            : store.entries().with(key, write.written());
    return new Causal<>(DotMap.whole(entries), state.context().with(write.dot()));
  }
}
