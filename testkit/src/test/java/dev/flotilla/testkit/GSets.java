package dev.flotilla.testkit;

import static java.util.stream.Collectors.toSet;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.CanonicalTypes;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.GSet;
import java.util.Collection;
import java.util.random.RandomGenerator;

/// Growing sets of short texts.
class GSets implements Replicated<GSet<String>, String> {

  @Override
  public GSet<String> bottom() {
    return GSet.empty();
  }

  @Override
  public String anyEdit(GSet<String> state, RandomGenerator random) {
    return Samples.text(random);
  }

  @Override
  public Delta<GSet<String>> edit(GSet<String> state, Dot dot, HybridTimestamp at, String edit) {
    return state.add(edit);
  }

  @Override
  public Object read(GSet<String> state) {
    return Elements.of(state.elements(), state.size());
  }

  @Override
  public Object model(Collection<Event<String>> seen) {
    return Elements.of(seen.stream().map(Event::edit).collect(toSet()));
  }

  @Override
  public Codec<GSet<String>> codec() {
    return CanonicalTypes.gSet(Codec.UTF8);
  }
}
