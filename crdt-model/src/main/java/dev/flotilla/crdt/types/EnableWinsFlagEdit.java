package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotSet;

/// A turning on or off.
///
/// @param seen what the edit ends
/// @param now what the edit leaves of that: its own dot or nothing
record EnableWinsFlagEdit(Dot dot, DotSet seen, DotSet now) implements Delta<EnableWinsFlag> {

  @Override
  public EnableWinsFlag fragment() {
    return new EnableWinsFlag(new Causal<>(now, CausalContext.of(seen.dots(), dot)));
  }

  /// If the flag still is what the edit has seen, and has not seen the edit, then that is replaced.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public EnableWinsFlag applyTo(EnableWinsFlag flag) {
    var context = flag.causal().context();
    var contextNow = context.with(dot);
    if (flag.causal().store() != seen || contextNow == context) {
      return flag.join(fragment());
    }
    return new EnableWinsFlag(new Causal<>(now, contextNow));
  }
}
