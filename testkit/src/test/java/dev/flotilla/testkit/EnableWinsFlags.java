package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.EnableWinsFlag;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Switches, turned on or off by an edit of `true` or `false`.
class EnableWinsFlags implements Replicated<EnableWinsFlag, Boolean> {

  @Override
  public EnableWinsFlag bottom() {
    return EnableWinsFlag.OFF;
  }

  @Override
  public Boolean anyEdit(EnableWinsFlag state, RandomGenerator random) {
    return random.nextBoolean();
  }

  @Override
  public Delta<EnableWinsFlag> edit(
      EnableWinsFlag state, Dot dot, HybridTimestamp at, Boolean edit) {
    return edit ? state.enable(dot) : state.disable(dot);
  }

  @Override
  public Object read(EnableWinsFlag state) {
    return state.isEnabled();
  }

  @Override
  public Object model(Collection<Event<Boolean>> seen) {
    return seen.stream()
        .anyMatch(on -> on.edit() && seen.stream().noneMatch(later -> later.hasSeen(on)));
  }

  @Override
  public Codec<EnableWinsFlag> codec() {
    return CanonicalTypes.ENABLE_WINS_FLAG;
  }
}
