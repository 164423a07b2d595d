package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;

/// A set that only grows: what was added stays. The join is the union.
///
/// An edit costs O(log elements), a join of sets that share structure what differs. Elements need a
/// stable `hashCode` and `equals`. Immutable, safe to share between threads.
///
/// @param entries the elements
/// @see <a href="https://inria.hal.science/inria-00555588">Shapiro et al. 2011, A Comprehensive
///   Study of Convergent and Commutative Replicated Data Types, section 3.3.1</a>
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types</a>
public record GSet<E>(PersistentMap<E, Presence> entries) implements JoinSemilattice<GSet<E>> {

  /// All that there is to say of an element.
  public enum Presence {
    /// It was added.
    PRESENT
  }

  /// The set without elements.
  public static <E> GSet<E> empty() {
    return new GSet<>(PersistentMap.empty());
  }

  /// Whether the element was added.
  public boolean contains(E element) {
    return entries.containsKey(element);
  }

  /// The elements, in an order of the set's own.
  public Iterable<E> elements() {
    return entries.keys();
  }

  /// The number of elements.
  public int size() {
    return entries.size();
  }

  /// Adds the element.
  ///
  /// @throws IllegalArgumentException if it is larger than [Limits#KEY_BYTES_MAX]
  public Delta<GSet<E>> add(E element) {
    return new Addition<>(Limits.key(element));
  }

  @Override
  public GSet<E> join(GSet<E> other) {
    return new GSet<>(Union.of(entries, other.entries));
  }

  private record Addition<E>(E element) implements Delta<GSet<E>> {

    @Override
    public GSet<E> fragment() {
      return applyTo(empty());
    }

    @Override
    public GSet<E> applyTo(GSet<E> state) {
      return new GSet<>(state.entries.with(element, Presence.PRESENT));
    }
  }
}
