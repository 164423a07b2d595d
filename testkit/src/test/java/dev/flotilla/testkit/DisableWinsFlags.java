package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.DisableWinsFlag;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Switches, turned on or off by an edit of `true` or `false`.
class DisableWinsFlags implements Replicated<DisableWinsFlag, Boolean> {

  @Override
  public DisableWinsFlag bottom() {
    return DisableWinsFlag.OFF;
  }

  @Override
  public Boolean anyEdit(DisableWinsFlag state, RandomGenerator random) {
    return random.nextBoolean();
  }

  @Override
  public Delta<DisableWinsFlag> edit(
      DisableWinsFlag state, Dot dot, HybridTimestamp at, Boolean edit) {
    return edit ? state.enable(dot) : state.disable(dot);
  }

  @Override
  public Object read(DisableWinsFlag state) {
    return state.isEnabled();
  }

  @Override
  public Object model(Collection<Event<Boolean>> seen) {
    var survivors = Survivors.of(seen, _ -> "the switch");
    return !survivors.isEmpty() && survivors.stream().allMatch(Event::edit);
  }

  @Override
  public Codec<DisableWinsFlag> codec() {
    return CanonicalTypes.DISABLE_WINS_FLAG;
  }
}
