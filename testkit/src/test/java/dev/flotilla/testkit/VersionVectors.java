package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Vectors whose only edit is to see the author's next operation.
class VersionVectors implements Replicated<VersionVector, String> {

  @Override
  public VersionVector bottom() {
    return VersionVector.EMPTY;
  }

  @Override
  public String anyEdit(VersionVector state, RandomGenerator random) {
    return "see";
  }

  @Override
  public Delta<VersionVector> edit(VersionVector state, Dot dot, HybridTimestamp at, String edit) {
    return Delta.of(VersionVector.EMPTY.with(dot.replica(), dot.counter()));
  }

  @Override
  public Object read(VersionVector state) {
    return state.asMap();
  }

  @Override
  public Object model(Collection<Event<String>> seen) {
    Map<ReplicaId, Long> counters = new HashMap<>();
    seen.forEach(event -> counters.merge(event.dot().replica(), event.dot().counter(), Math::max));
    return counters;
  }

  @Override
  public Codec<VersionVector> codec() {
    return Canonical.VERSION_VECTOR;
  }
}
