package dev.flotilla.crdt;

/// What one edit, or a group of edits, adds to a state. Deltas join in any order, with duplicates.
///
/// The causal context of a fragment holds exactly the dots of its edits and the dots they
/// supersede, never the version vector of its author: a context claims "what is not in my store is
/// dead", and an author cannot claim that for what its edit did not touch.
///
/// @param fragment a small state; its keys are the keys that the edit touches
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types</a>
public record Delta<S extends JoinSemilattice<S>>(S fragment) {

  /// The state after this edit. Costs O(size of the fragment · log(size of the state)).
  public S applyTo(S state) {
    return state.join(fragment);
  }

  /// Both edits in one.
  public Delta<S> join(Delta<S> later) {
    return new Delta<>(fragment.join(later.fragment));
  }
}
