package dev.flotilla.testkit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.time.VectorClock;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Clocks that tick with every edit.
class VectorClocks implements Replicated<VectorClock, String> {

  @Override
  public VectorClock bottom() {
    return VectorClock.ZERO;
  }

  @Override
  public String anyEdit(VectorClock state, RandomGenerator random) {
    return "tick";
  }

  @Override
  public Delta<VectorClock> edit(VectorClock state, Dot dot, HybridTimestamp at, String edit) {
    return Delta.of(state.tick(dot.replica()));
  }

  @Override
  public Object read(VectorClock state) {
    return state.counts().asMap();
  }

  @Override
  public Object model(Collection<Event<String>> seen) {
    return seen.stream().collect(groupingBy(event -> event.dot().replica(), counting()));
  }

  @Override
  public Codec<VectorClock> codec() {
    return CanonicalTypes.VECTOR_CLOCK;
  }
}
