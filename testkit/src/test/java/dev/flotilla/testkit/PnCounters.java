package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.PnCounter;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Counters that go up by positive edits and down by negative ones.
class PnCounters implements Replicated<PnCounter, Long> {

  @Override
  public PnCounter bottom() {
    return PnCounter.ZERO;
  }

  @Override
  public Long anyEdit(PnCounter state, RandomGenerator random) {
    return random.nextBoolean()
        ? Amounts.any(random, state.increments().value())
        : -Amounts.any(random, state.decrements().value());
  }

  @Override
  public Delta<PnCounter> edit(PnCounter state, Dot dot, HybridTimestamp at, Long edit) {
    return edit >= 0 ? state.increment(dot.replica(), edit) : state.decrement(dot.replica(), -edit);
  }

  @Override
  public Object read(PnCounter state) {
    return new Amounts.Reading(state.value(), state.exactValue());
  }

  @Override
  public Object model(Collection<Event<Long>> seen) {
    return Amounts.sum(seen);
  }

  @Override
  public Codec<PnCounter> codec() {
    return CanonicalTypes.PN_COUNTER;
  }
}
