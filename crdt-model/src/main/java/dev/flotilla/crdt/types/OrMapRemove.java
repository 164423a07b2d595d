package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// A remove of one key.
///
/// @param seen what the edit ends, or null if there was no value
record OrMapRemove<K, S extends DotStore<S>>(Dot dot, K key, @Nullable S seen)
    implements Delta<OrMap<K, S>> {

  @Override
  public OrMap<K, S> fragment() {
    var dots = new ArrayList<Dot>();
    PersistentMap<K, S> touched = PersistentMap.empty();
    if (seen != null) {
      seen.forEachDot(dots::add);
      touched = touched.with(key, seen.bottom());
    }
    dots.add(dot);
    return new OrMap<>(new Causal<>(DotMap.partial(touched), CausalContext.of(dots)));
  }

  /// If the map still has just the value that the edit has seen, and not the edit, then that is
  /// taken out and nothing needs to be compared.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public OrMap<K, S> applyTo(OrMap<K, S> map) {
    var context = map.causal().context();
    var contextNow = context.with(dot);
    var storeNow =
        seen == null || contextNow == context
            ? null
            : map.causal().store().replace(key, seen, seen.bottom());
    return storeNow == null
        ? map.join(fragment())
        : new OrMap<>(new Causal<>(storeNow, contextNow));
  }
}
