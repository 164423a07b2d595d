package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.PersistentMap;

/// An add or a remove of one element.
///
/// @param seen the adds of the element that the edit ends
/// @param now what the edit leaves of them: its own dot or nothing
record OrSetEdit<E>(Dot dot, E element, DotSet seen, DotSet now) implements Delta<OrSet<E>> {

  @Override
  public OrSet<E> fragment() {
    var context = CausalContext.of(seen.dots(), dot);
    return new OrSet<>(new Causal<>(DotMap.partial(PersistentMap.of(element, now)), context));
  }

  /// If the set still has just the adds that the edit has seen, and not the edit, then these are
  /// replaced and nothing needs to be compared.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public OrSet<E> applyTo(OrSet<E> set) {
    var context = set.causal().context();
    var contextNow = context.with(dot);
    var storeNow = contextNow == context ? null : set.causal().store().replace(element, seen, now);
    return storeNow == null
        ? set.join(fragment())
        : new OrSet<>(new Causal<>(storeNow, contextNow));
  }
}
