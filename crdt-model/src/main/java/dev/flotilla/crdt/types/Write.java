package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;

/// An edit that writes in the place of all that was there.
///
/// @param dot names the edit
/// @param seen the writes that it ends
/// @param now what it writes
record Write<V>(Dot dot, DotFun<V> seen, DotFun<V> now) implements Delta<Causal<DotFun<V>>> {

  /// An edit that writes `value` in the place of `seen`.
  static <V> Write<V> over(DotFun<V> seen, Dot dot, V value) {
    return new Write<>(dot, seen, DotFun.of(dot, value));
  }

  @Override
  public Causal<DotFun<V>> fragment() {
    return new Causal<>(now, context(dot, seen));
  }

  /// Takes the short way where just what was seen is alive, as it is where the edit was made.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public Causal<DotFun<V>> applyTo(Causal<DotFun<V>> state) {
    var context = state.context().with(dot);
    return state.store() != seen || context == state.context()
        ? state.join(fragment())
        : new Causal<>(now, context);
  }

  /// The dot of an edit and those that it ends.
  static CausalContext context(Dot dot, DotFun<?> seen) {
    return CausalContext.of(seen.dots(), dot);
  }
}
