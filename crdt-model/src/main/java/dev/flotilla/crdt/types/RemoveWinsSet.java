package dev.flotilla.crdt.types;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.CausalState;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.JoinSemilattice;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A set where a remove wins over an add that has not seen it. An add that has seen the remove
/// brings the element back.
///
/// An element has the marks of the adds and removes of it that no later edit of it has seen.
/// Invariant: it is in the set while it has at least one mark and all of them are adds. An edit of
/// an element replaces all marks of it that its author saw, so marks do not pile up: a removed
/// element keeps the mark of its last remove (those of several replicas, if they removed it at the
/// same time), which has to meet the adds that have not seen it.
///
/// An edit costs O(log elements + marks of the element), a join of sets that share structure what
/// differs. Elements need a stable `hashCode` and `equals`. Immutable, safe to share between
/// threads.
///
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero 2018: Delta State
///   Replicated Data Types, section 7</a>
/// @see <a href="https://github.com/CBaquero/delta-enabled-crdts">Baquero: delta-enabled-crdts, its
///   remove-wins set</a>
public record RemoveWinsSet<E>(Causal<DotMap<E, DotFun<Boolean>>> causal)
    implements JoinSemilattice<RemoveWinsSet<E>>, CausalState {

  /// The set that has seen nothing.
  public static <E> RemoveWinsSet<E> empty() {
    return new RemoveWinsSet<>(new Causal<>(DotMap.empty(), CausalContext.EMPTY));
  }

  /// Whether the element is in the set.
  public boolean contains(E element) {
    var marks = causal.store().get(element);
    return marks != null && DisableWinsFlag.isOn(marks);
  }

  /// The elements, in an order of the set's own.
  public Iterable<E> elements() {
    return () -> present().iterator();
  }

  /// The number of elements. Costs O(elements, those removed as well).
  public int size() {
    return (int) present().count();
  }

  /// Adds the element, or confirms it.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the element is larger than
  ///   [dev.flotilla.crdt.Limits#KEY_BYTES_MAX]
  public Delta<RemoveWinsSet<E>> add(Dot dot, E element) {
    return mark(dot, element, true);
  }

  /// Removes the element, whoever adds it meanwhile.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if the element is larger than
  ///   [dev.flotilla.crdt.Limits#KEY_BYTES_MAX]
  public Delta<RemoveWinsSet<E>> remove(Dot dot, E element) {
    return mark(dot, element, false);
  }

  @Override
  public RemoveWinsSet<E> join(RemoveWinsSet<E> other) {
    return new RemoveWinsSet<>(causal.join(other.causal));
  }

  private Delta<RemoveWinsSet<E>> mark(Dot dot, E element, boolean present) {
    return new Edit<>(KeyWrite.in(causal, dot, element, DotFun.of(dot, present)));
  }

  private Stream<E> present() {
    return StreamSupport.stream(causal.store().entries().spliterator(), false)
        .filter(entry -> DisableWinsFlag.isOn(entry.getValue()))
        .map(Map.Entry::getKey);
  }

  private record Edit<E>(KeyWrite<E, Boolean> write) implements Delta<RemoveWinsSet<E>> {

    @Override
    public RemoveWinsSet<E> fragment() {
      return new RemoveWinsSet<>(write.fragment());
    }

    @Override
    public RemoveWinsSet<E> applyTo(RemoveWinsSet<E> state) {
      return new RemoveWinsSet<>(write.applyTo(state.causal));
    }
  }
}
