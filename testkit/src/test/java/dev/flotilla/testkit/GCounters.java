package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.GCounter;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Growing counters, some of them beyond what a `long` holds.
class GCounters implements Replicated<GCounter, Long> {

  @Override
  public GCounter bottom() {
    return GCounter.ZERO;
  }

  @Override
  public Long anyEdit(GCounter state, RandomGenerator random) {
    return Amounts.any(random, state.value());
  }

  @Override
  public Delta<GCounter> edit(GCounter state, Dot dot, HybridTimestamp at, Long edit) {
    return state.increment(dot.replica(), edit);
  }

  @Override
  public Object read(GCounter state) {
    return new Amounts.Reading(state.value(), state.exactValue());
  }

  @Override
  public Object model(Collection<Event<Long>> seen) {
    return Amounts.sum(seen);
  }

  @Override
  public Codec<GCounter> codec() {
    return CanonicalTypes.G_COUNTER;
  }
}
