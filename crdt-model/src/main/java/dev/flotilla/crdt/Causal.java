package dev.flotilla.crdt;

/// A dot store and the dots it has ever seen: the state of every type whose edits can end earlier
/// ones, without tombstones.
///
/// What the context contains and the store does not, is dead. Every dot of the store is in the
/// context.
///
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types, section 7</a>
public record Causal<S extends DotStore<S>>(S store, CausalContext context)
    implements JoinSemilattice<Causal<S>> {

  @Override
  public Causal<S> join(Causal<S> other) {
    var joined = store.join(context, other.store, other.context);
    var seen = context.join(other.context);
    return Trie.same(joined, store) && Trie.same(seen, context) ? this : new Causal<>(joined, seen);
  }
}
