package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A set whose elements can be added once and removed once: a removed element never returns.
///
/// Invariant: an element only ever goes on to its next [Phase]. Removed elements are kept, so the
/// set grows with all that was ever added; where elements may return, use an [OrSet].
///
/// An edit costs O(log elements), a join of sets that share structure what differs. Elements need a
/// stable `hashCode` and `equals`. Immutable, safe to share between threads.
///
/// @param entries how far each element has come; those never added have no entry
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.3.2</a>
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types</a>
public record TwoPhaseSet<E>(PersistentMap<E, Phase> entries)
    implements JoinSemilattice<TwoPhaseSet<E>> {

  /// How far an element has come, in this order.
  public enum Phase {
    /// In the set.
    ADDED,
    /// In the set no more, for ever.
    REMOVED
  }

  /// The set without elements.
  public static <E> TwoPhaseSet<E> empty() {
    return new TwoPhaseSet<>(PersistentMap.empty());
  }

  /// Whether the element is in the set.
  public boolean contains(E element) {
    return entries.get(element) == Phase.ADDED;
  }

  /// The elements, in an order of the set's own.
  public Iterable<E> elements() {
    return () -> present().iterator();
  }

  /// The number of elements. Costs O(elements, those removed as well).
  public int size() {
    return (int) present().count();
  }

  /// Adds the element. Has no effect on one that was removed, here or by anybody meanwhile.
  ///
  /// @throws IllegalArgumentException if the element is larger than [Limits#KEY_BYTES_MAX]
  public Delta<TwoPhaseSet<E>> add(E element) {
    return new Step<>(Limits.key(element), Phase.ADDED);
  }

  /// Removes the element for ever. Has no effect on one that this set does not contain: nobody can
  /// forbid what was never added.
  ///
  /// @throws IllegalArgumentException if the element is larger than [Limits#KEY_BYTES_MAX]
  public Delta<TwoPhaseSet<E>> remove(E element) {
    return contains(Limits.key(element)) ? new Step<>(element, Phase.REMOVED) : Delta.of(empty());
  }

  @Override
  public TwoPhaseSet<E> join(TwoPhaseSet<E> other) {
    return new TwoPhaseSet<>(Union.of(entries, other.entries));
  }

  private Stream<E> present() {
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> entry.getValue() == Phase.ADDED)
        .map(Map.Entry::getKey);
  }

  private record Step<E>(E element, Phase phase) implements Delta<TwoPhaseSet<E>> {

    @Override
    public TwoPhaseSet<E> fragment() {
      return applyTo(empty());
    }

    @Override
    public TwoPhaseSet<E> applyTo(TwoPhaseSet<E> state) {
      return state.entries.get(element) == Phase.REMOVED
          ? state
          : new TwoPhaseSet<>(state.entries.with(element, phase));
    }
  }
}
