package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list that several replicas insert into and delete from at once: text, or anything in an order
/// that does not need moving.
///
/// Elements that one replica inserts one after another stay together, whatever others insert at the
/// same place at the same time. A deleted element is gone for good; its position stays, because
/// others may yet insert beside it.
///
/// An edit by index and the join of its delta cost O(log n), once the order has been worked out in
/// O(n log n). [#join] costs O(log n) for each position where the two differ. Safe to share between
/// threads.
///
/// @see <a href="https://arxiv.org/abs/2305.00583">Weidner, Kleppmann 2023: The Art of the
///   Fugue</a>
/// @see FugueTree
public final class FugueList<E> implements JoinSemilattice<FugueList<E>> {

  private final FugueTree positions;

  /// The elements that are not deleted, by their positions: a position without one is that of a
  /// deleted element.
  private final PersistentMap<Dot, E> elements;

  /// A function of the two, as in [FugueTree], but with deleted elements not shown.
  private volatile @Nullable Order order;

  private FugueList(FugueTree positions, PersistentMap<Dot, E> elements, @Nullable Order order) {
    this.positions = positions;
    this.elements = elements;
    this.order = order;
  }

  /// The list that has seen nothing.
  public static <E> FugueList<E> empty() {
    return of(FugueTree.EMPTY, PersistentMap.empty());
  }

  /// The list of these elements.
  ///
  /// @param positions those of the elements and of deleted ones
  /// @param elements by their positions
  public static <E> FugueList<E> of(FugueTree positions, PersistentMap<Dot, E> elements) {
    return new FugueList<>(positions, elements, null);
  }

  /// The number of elements. Like all that follows, costs O(log n) at most once the order is known.
  public int size() {
    return ordered().shown();
  }

  /// The element at an index.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public E get(int index) {
    return Objects.requireNonNull(elements.get(position(index)));
  }

  /// The position of the element at an index, which names the element for good.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public Dot position(int index) {
    return ordered().shownAt(index);
  }

  /// The elements in their order. Cannot be changed. Costs O(n).
  public List<E> elements() {
    var shown = new ArrayList<E>();
    ordered().forEachShown(position -> shown.add(Objects.requireNonNull(elements.get(position))));
    return Collections.unmodifiableList(shown);
  }

  /// Inserts an element before the one that is at the index now, or at the end.
  ///
  /// @param dot a new one, which names the edit and the element
  /// @param index 0 to [#size]
  /// @throws IndexOutOfBoundsException for any other index
  /// @throws IllegalArgumentException if the element is larger than a value may be
  public Delta<FugueList<E>> insert(Dot dot, int index, E element) {
    Limits.value(element);
    Optional<Dot> left = index == 0 ? Optional.empty() : Optional.of(position(index - 1));
    return new Insertion<>(dot, ordered().after(left), element);
  }

  /// Deletes the element at an index.
  ///
  /// @param dot names the edit, but leaves no trace: to delete twice is to delete
  /// @throws IndexOutOfBoundsException if there is none
  public Delta<FugueList<E>> delete(Dot dot, int index) {
    var position = position(index);
    return new Deletion<>(position, Objects.requireNonNull(positions.origins().get(position)));
  }

  /// The positions of the elements and of those that were deleted.
  public FugueTree positions() {
    return positions;
  }

  /// The elements that are not deleted, by their positions.
  public PersistentMap<Dot, E> elementsByPosition() {
    return elements;
  }

  @Override
  public FugueList<E> join(FugueList<E> other) {
    if (other.positions.origins().size() > positions.origins().size()) {
      return other.join(this);
    }
    var news = positions.news(other.positions);
    var joined = elements;
    for (var position : news.keySet()) {
      var element = other.elements.get(position);
      if (element != null && !positions.contains(position)) {
        joined = joined.with(position, element);
      }
    }
    var deleted = deletedIn(other);
    for (var position : deleted) {
      joined = joined.without(position);
    }
    if (news.isEmpty() && deleted.isEmpty()) {
      return this;
    }
    var now = order;
    if (now != null) {
      now = positions.canKeep(news) ? now.with(news, joined::containsKey) : null;
    }
    for (var position : deleted) {
      now = now == null ? null : now.marked(position, false);
    }
    return new FugueList<>(positions.with(news), joined, now);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FugueList<?> list
        && positions.equals(list.positions)
        && elements.equals(list.elements);
  }

  @Override
  public int hashCode() {
    return 31 * positions.hashCode() + elements.hashCode();
  }

  /// The elements in their order.
  @Override
  public String toString() {
    return elements().toString();
  }

  /// This list after an insertion, in a shorter way than [#join].
  FugueList<E> inserted(Insertion<E> insertion) {
    if (positions.contains(insertion.position())) {
      return join(insertion.fragment());
    }
    var child = new Child(insertion.origin(), insertion.position());
    var now = order;
    return new FugueList<>(
        positions.with(child.position(), child.origin()),
        elements.with(child.position(), insertion.element()),
        now == null ? null : now.with(child, true));
  }

  /// This list after a deletion, in a shorter way than [#join].
  FugueList<E> deleted(Deletion<E> deletion) {
    if (!deletion.origin().equals(positions.origins().get(deletion.position()))) {
      return join(deletion.fragment());
    }
    var now = order;
    return new FugueList<>(
        positions,
        elements.without(deletion.position()),
        now == null ? null : now.marked(deletion.position(), false));
  }

  /// The positions whose elements are here, but deleted there.
  private List<Dot> deletedIn(FugueList<E> other) {
    var deleted = new ArrayList<Dot>();
    if (Differences.isSmall(other.positions.origins(), elements)) {
      for (var position : other.positions.origins().keys()) {
        if (elements.containsKey(position) && !other.elements.containsKey(position)) {
          deleted.add(position);
        }
      }
      return deleted;
    }
    Differences.forEachIn(
        elements,
        other.elements,
        (position, _) -> {
          if (other.positions.contains(position) && !other.elements.containsKey(position)) {
            deleted.add(position);
          }
        });
    return deleted;
  }

  private Order ordered() {
    var known = order;
    if (known == null) {
      known = Order.of(positions.origins(), elements::containsKey);
      order = known;
    }
    return known;
  }
}
