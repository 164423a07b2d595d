package dev.flotilla.crdt;

/// What one edit, or a group of edits, adds to a state. Deltas join in any order, with duplicates.
///
/// The causal context of a fragment holds exactly the dots of its edits and the dots they
/// supersede, never the version vector of its author: a context claims "what is not in my store is
/// dead", and an author cannot claim that for what its edit did not touch.
///
/// Equal deltas have equal fragments.
///
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types</a>
public interface Delta<S extends JoinSemilattice<S>> {

  /// A delta from its fragment.
  static <S extends JoinSemilattice<S>> Delta<S> of(S fragment) {
    return new Fragment<>(fragment);
  }

  /// A small state; its keys are the keys that the edit touches.
  S fragment();

  /// The state after this edit: always `state.join(fragment())`, which some types know a shorter
  /// way to. Costs O(size of the fragment · log(size of the state)).
  default S applyTo(S state) {
    return state.join(fragment());
  }

  /// Both edits in one: a delta group.
  default Delta<S> join(Delta<S> later) {
    return of(fragment().join(later.fragment()));
  }
}
