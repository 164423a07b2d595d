package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.PersistentMap;

/// An edit of the value of one key.
///
/// @param added what the edit adds to the value
record OrMapUpdate<K, S extends DotStore<S>>(K key, Causal<S> added) implements Delta<OrMap<K, S>> {

  @Override
  public OrMap<K, S> fragment() {
    var touched = PersistentMap.of(key, added.store());
    return new OrMap<>(new Causal<>(DotMap.partial(touched), added.context()));
  }

  /// A whole map joins the one value.
  @Override
  public OrMap<K, S> applyTo(OrMap<K, S> map) {
    var store = map.causal().store();
    var context = map.causal().context();
    if (store.isPartial()) {
      return map.join(fragment());
    }
    var known = store.entries().getOrDefault(key, added.store().bottom());
    var joined = known.join(context, added.store(), added.context());
    return new OrMap<>(new Causal<>(store.with(key, joined), context.join(added.context())));
  }
}
