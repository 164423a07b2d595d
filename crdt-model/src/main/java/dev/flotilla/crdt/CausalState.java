package dev.flotilla.crdt;

/// A replicated type that remembers the dot of every edit it has seen.
public interface CausalState {

  /// What is alive, and what was seen.
  Causal<?> causal();

  /// The first dot of `author` that this state has not seen: the name of the author's next edit, if
  /// the state has all edits that were ever made under that name. Costs O(log replicas).
  default Dot next(ReplicaId author) {
    return new Dot(author, Math.incrementExact(causal().context().vector().get(author)));
  }
}
