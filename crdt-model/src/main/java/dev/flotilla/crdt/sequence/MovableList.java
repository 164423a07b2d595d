package dev.flotilla.crdt.sequence;

import static java.util.Comparator.comparingInt;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.DotStore;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.SiblingRegister;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list of items that can be moved and changed as well as inserted and removed, at several
/// replicas at once.
///
/// An item keeps its id wherever it goes. Its value and its place are a register each, so a move
/// and a change at the same time both count, and two moves at the same time leave one item, at the
/// place of the later one; the other shows as a conflict. An edit of an item that is removed at the
/// same time keeps the item, with all of it. That is why removing an item only hides it: it takes
/// as much memory as before, and any edit of it brings it back.
///
/// An edit has one dot in up to three places, each of which another edit may supersede alone. So
/// there are three stores with a context each, for a context cannot tell places apart: what it has
/// seen and its store does not hold, is dead everywhere. Each edit's dot is in all three contexts.
///
/// Joining the delta of an edit costs O(log n). [#items] is worked out once for each value, in O(n
/// log n); edits by index ask for it. Safe to share between threads.
///
/// @see <a href="https://doi.org/10.1145/3380787.3393677">Kleppmann 2020: Moving Elements in List
///   CRDTs</a>
/// @see FugueTree
public final class MovableList<E> implements JoinSemilattice<MovableList<E>> {

  private final FugueTree positions;
  private final Causal<DotMap<Dot, DotSet>> presence;
  private final Causal<DotMap<Dot, DotFun<Stamped<E>>>> values;
  private final Causal<DotMap<Dot, DotFun<Stamped<Dot>>>> places;

  /// Worked out when it is asked for; several threads may do so at the same time.
  private volatile @Nullable List<Item<E>> items;

  private MovableList(
      FugueTree positions,
      Causal<DotMap<Dot, DotSet>> presence,
      Causal<DotMap<Dot, DotFun<Stamped<E>>>> values,
      Causal<DotMap<Dot, DotFun<Stamped<Dot>>>> places) {
    this.positions = positions;
    this.presence = presence;
    this.values = values;
    this.places = places;
  }

  /// The list that has seen nothing.
  public static <E> MovableList<E> empty() {
    return new MovableList<>(
        FugueTree.EMPTY,
        new Causal<>(DotMap.empty(), CausalContext.EMPTY),
        new Causal<>(DotMap.empty(), CausalContext.EMPTY),
        new Causal<>(DotMap.empty(), CausalContext.EMPTY));
  }

  /// The list of these parts.
  ///
  /// @param positions all that items ever had
  /// @param presence the edits that keep each item
  /// @param values of all items, removed ones included
  /// @param places of all items, removed ones included: their positions
  public static <E> MovableList<E> of(
      FugueTree positions,
      Causal<DotMap<Dot, DotSet>> presence,
      Causal<DotMap<Dot, DotFun<Stamped<E>>>> values,
      Causal<DotMap<Dot, DotFun<Stamped<Dot>>>> places) {
    return new MovableList<>(positions, presence, values, places);
  }

  /// The items in their order, those left out that are removed, or whose insertion or move has not
  /// arrived.
  public List<Item<E>> items() {
    var known = items;
    if (known == null) {
      known = sortedItems();
      items = known;
    }
    return known;
  }

  /// Inserts an item before the one that is at the index now, or at the end.
  ///
  /// @param dot a new one, which names the edit and the item
  /// @param index 0 to the number of items
  /// @throws IndexOutOfBoundsException for any other index
  /// @throws IllegalArgumentException if the value is larger than a value may be
  public Delta<MovableList<E>> insert(Dot dot, HybridTimestamp at, int index, E value) {
    return Delta.of(
        new MovableList<>(
            FugueTree.EMPTY.with(dot, origin(items(), index)),
            confirmed(dot, dot),
            written(dot, values, dot, new Stamped<>(at, Limits.value(value))),
            written(dot, places, dot, new Stamped<>(at, dot))));
  }

  /// Moves an item, and confirms that it is there.
  ///
  /// @param dot a new one, which names the edit
  /// @param index where the item is afterwards
  /// @throws IndexOutOfBoundsException if the index is not one of the list without the item, or its
  ///   size
  /// @throws IllegalArgumentException if no such item was ever inserted
  public Delta<MovableList<E>> move(Dot dot, HybridTimestamp at, Dot id, int index) {
    requireKnown(id);
    var others = items().stream().filter(item -> !item.id().equals(id)).toList();
    return Delta.of(
        new MovableList<>(
            FugueTree.EMPTY.with(dot, origin(others, index)),
            confirmed(dot, id),
            untouched(dot),
            written(dot, places, id, new Stamped<>(at, dot))));
  }

  /// Changes the value of an item, and confirms that it is there.
  ///
  /// @param dot a new one, which names the edit
  /// @throws IllegalArgumentException if no such item was ever inserted, or the value is larger
  ///   than a value may be
  public Delta<MovableList<E>> set(Dot dot, HybridTimestamp at, Dot id, E value) {
    requireKnown(id);
    return Delta.of(
        new MovableList<>(
            FugueTree.EMPTY,
            confirmed(dot, id),
            written(dot, values, id, new Stamped<>(at, Limits.value(value))),
            untouched(dot)));
  }

  /// Removes what this list has seen of an item.
  ///
  /// @param dot a new one, which names the edit
  public Delta<MovableList<E>> remove(Dot dot, Dot id) {
    var context = CausalContext.of(presenceOf(id).dots()).with(dot);
    return Delta.of(
        new MovableList<>(
            FugueTree.EMPTY,
            new Causal<>(DotMap.partial(PersistentMap.of(id, DotSet.EMPTY)), context),
            untouched(dot),
            untouched(dot)));
  }

  /// All positions that items ever had.
  public FugueTree positions() {
    return positions;
  }

  /// The edits that keep each item.
  public Causal<DotMap<Dot, DotSet>> presence() {
    return presence;
  }

  /// The values of all items, removed ones included.
  public Causal<DotMap<Dot, DotFun<Stamped<E>>>> values() {
    return values;
  }

  /// The positions of all items, removed ones included.
  public Causal<DotMap<Dot, DotFun<Stamped<Dot>>>> places() {
    return places;
  }

  @Override
  public MovableList<E> join(MovableList<E> other) {
    return new MovableList<>(
        positions.join(other.positions),
        presence.join(other.presence),
        values.join(other.values),
        places.join(other.places));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MovableList<?> list
        && positions.equals(list.positions)
        && presence.equals(list.presence)
        && values.equals(list.values)
        && places.equals(list.places);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * positions.hashCode() + presence.hashCode()) + values.hashCode())
        + places.hashCode();
  }

  /// The items in their order.
  @Override
  public String toString() {
    return items().toString();
  }

  /// An item and how many positions come before its own.
  private record Ordered<E>(int index, Item<E> item) {}

  private List<Item<E>> sortedItems() {
    var ordered = new ArrayList<Ordered<E>>();
    for (var entry : presence.store().entries()) {
      var id = entry.getKey();
      var place = winner(places, id);
      var value = winner(values, id);
      int index = place.map(positions::indexOf).orElse(-1);
      if (!entry.getValue().isEmpty() && value.isPresent() && index >= 0) {
        ordered.add(new Ordered<>(index, item(id, value.get())));
      }
    }
    ordered.sort(comparingInt(Ordered::index));
    return ordered.stream().map(Ordered::item).toList();
  }

  private Item<E> item(Dot id, E value) {
    var register = SiblingRegister.of(siblings(values, id), CausalContext.EMPTY);
    return new Item<>(
        id,
        value,
        siblings(values, id).entries(),
        register.isConflicted(),
        siblings(places, id).entries().size() > 1);
  }

  private Origin origin(List<Item<E>> among, int index) {
    if (index < 0 || index > among.size()) {
      throw new IndexOutOfBoundsException(index);
    }
    return positions.between(
        index == 0 ? Optional.empty() : winner(places, among.get(index - 1).id()),
        index == among.size() ? Optional.empty() : winner(places, among.get(index).id()));
  }

  private void requireKnown(Dot id) {
    if (siblings(values, id).isEmpty()) {
      throw new IllegalArgumentException("never inserted: " + id);
    }
  }

  private DotSet presenceOf(Dot id) {
    return presence.store().entries().getOrDefault(id, DotSet.EMPTY);
  }

  private Causal<DotMap<Dot, DotSet>> confirmed(Dot dot, Dot id) {
    return new Causal<>(
        DotMap.partial(PersistentMap.of(id, DotSet.of(dot))),
        CausalContext.of(presenceOf(id).dots()).with(dot));
  }

  private static <V> Causal<DotMap<Dot, DotFun<Stamped<V>>>> written(
      Dot dot, Causal<DotMap<Dot, DotFun<Stamped<V>>>> part, Dot id, Stamped<V> value) {
    return new Causal<>(
        DotMap.partial(PersistentMap.of(id, DotFun.of(dot, value))),
        CausalContext.of(siblings(part, id).dots()).with(dot));
  }

  private static <S extends DotStore<S>> Causal<DotMap<Dot, S>> untouched(Dot dot) {
    return new Causal<>(DotMap.partial(PersistentMap.<Dot, S>empty()), CausalContext.of(dot));
  }

  private static <V> Optional<V> winner(Causal<DotMap<Dot, DotFun<Stamped<V>>>> part, Dot id) {
    return SiblingRegister.of(siblings(part, id), CausalContext.EMPTY).value();
  }

  private static <V> DotFun<Stamped<V>> siblings(
      Causal<DotMap<Dot, DotFun<Stamped<V>>>> part, Dot id) {
    return part.store().entries().getOrDefault(id, DotFun.empty());
  }
}
