package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;

/// A set where an add wins over a remove that has not seen it. Removed elements leave no trace but
/// their dots in the context, which a vector sums up.
///
/// Invariant: an element is in the set while one of its adds is neither removed nor replaced by a
/// later add. Cost of an edit: O(adds of the element at the same time).
///
/// @see <a href="https://arxiv.org/abs/1210.3368">Bieniusa et al. 2012, An Optimized Conflict-free
///   Replicated Set</a>
public record OrSet<E>(Causal<DotMap<E, DotSet>> causal)
    implements JoinSemilattice<OrSet<E>>, CausalState {

  /// The set that has seen nothing.
  public static <E> OrSet<E> empty() {
    return new OrSet<>(new Causal<>(DotMap.empty(), CausalContext.EMPTY));
  }

  /// Whether the element is in the set.
  public boolean contains(E element) {
    var dots = causal.store().get(element);
    return dots != null && !dots.isEmpty();
  }

  /// The elements, in an order of the set's own.
  public Iterable<E> elements() {
    return causal.store().entries().keys();
  }

  /// The number of elements.
  public int size() {
    return causal.store().entries().size();
  }

  /// Adds the element, or confirms it.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the element is larger than [Limits#KEY_BYTES_MAX]
  public Delta<OrSet<E>> add(Dot dot, E element) {
    return new OrSetEdit<>(dot, Limits.key(element), seen(element), DotSet.of(dot));
  }

  /// Removes the adds of the element that this set has seen.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the element is larger than [Limits#KEY_BYTES_MAX]
  public Delta<OrSet<E>> remove(Dot dot, E element) {
    return new OrSetEdit<>(dot, Limits.key(element), seen(element), DotSet.EMPTY);
  }

  @Override
  public OrSet<E> join(OrSet<E> other) {
    return new OrSet<>(causal.join(other.causal));
  }

  private DotSet seen(E element) {
    return causal.store().entries().getOrDefault(element, DotSet.EMPTY);
  }
}
