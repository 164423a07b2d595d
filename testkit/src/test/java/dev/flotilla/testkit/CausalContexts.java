package dev.flotilla.testkit;

import static java.util.stream.Collectors.toSet;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.random.RandomGenerator;

/// Contexts whose only edit is to see one more dot.
class CausalContexts implements Replicated<CausalContext, String> {

  @Override
  public CausalContext bottom() {
    return CausalContext.EMPTY;
  }

  @Override
  public String anyEdit(CausalContext state, RandomGenerator random) {
    return "see";
  }

  @Override
  public Delta<CausalContext> edit(CausalContext state, Dot dot, HybridTimestamp at, String edit) {
    return Delta.of(CausalContext.of(dot));
  }

  @Override
  public Object read(CausalContext state) {
    var dots = new HashSet<Dot>(state.earlyDots());
    state
        .vector()
        .forEach((replica, counter) -> {
          for (long n = 1; n <= counter; n++) {
            dots.add(new Dot(replica, n));
          }
        });
    return dots;
  }

  @Override
  public Object model(Collection<Event<String>> seen) {
    return seen.stream().map(Event::dot).collect(toSet());
  }

  @Override
  public Codec<CausalContext> codec() {
    return Canonical.CAUSAL_CONTEXT;
  }
}
