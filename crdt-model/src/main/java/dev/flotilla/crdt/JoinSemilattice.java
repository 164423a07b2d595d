package dev.flotilla.crdt;

/// A value that grows only by [#join]: the least upper bound of two states.
///
/// `join` is commutative, associative and idempotent, so states converge whatever the order and the
/// number of deliveries. Implementations are immutable and safe to share between threads.
///
/// @param <S> the implementing type itself
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011</a>
public interface JoinSemilattice<S extends JoinSemilattice<S>> {

  /// Returns the least state that holds everything `this` and `other` know.
  S join(S other);
}
