package dev.flotilla.crdt.sequence;

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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
/// An edit by index, the join of its delta and [#get] cost O(log n), once the order has been worked
/// out in O(n log n). [#join] costs O(log n) for each item and position where the two differ. Safe
/// to share between threads.
///
/// @see <a href="https://doi.org/10.1145/3380787.3393677">Kleppmann 2020: Moving Elements in List
///   CRDTs</a>
/// @see FugueTree
public final class MovableList<E> implements JoinSemilattice<MovableList<E>> {

  private final FugueTree positions;
  private final Causal<DotMap<Dot, DotSet>> presence;
  private final Causal<DotMap<Dot, DotFun<Stamped<E>>>> values;
  private final Causal<DotMap<Dot, DotFun<Stamped<Dot>>>> places;

  /// A function of the others: null until it is asked for, if nothing older knew it. Several
  /// threads may work it out at the same time.
  private volatile @Nullable ItemOrder order;

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

  /// The number of items: without those that are removed, or whose insertion or move has not
  /// arrived. Like all that follows, costs O(log n) at most once the order is known.
  public int size() {
    return ordered().size();
  }

  /// The item at an index.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  public Item<E> get(int index) {
    return item(ordered().at(index));
  }

  /// The items in their order. Cannot be changed. Costs O(n).
  public List<Item<E>> items() {
    var shown = new ArrayList<Item<E>>(size());
    ordered().forEach(id -> shown.add(item(id)));
    return Collections.unmodifiableList(shown);
  }

  /// A page of the items. Cannot be changed. Costs O(log n) for each item of the page.
  ///
  /// @param from the index of the first
  /// @param to the index after the last
  /// @throws IndexOutOfBoundsException unless 0 ≤ `from` ≤ `to` ≤ [#size]
  public List<Item<E>> items(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    return IntStream.range(from, to).mapToObj(this::get).toList();
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
            FugueTree.EMPTY.with(dot, ordered().origin(index)),
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
    var origin = ordered().origin(index, id, shownPlace(id));
    return Delta.of(
        new MovableList<>(
            FugueTree.EMPTY.with(dot, origin),
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
    if (other.positions.origins().size() > positions.origins().size()) {
      return other.join(this);
    }
    var news = positions.news(other.positions);
    var joined =
        new MovableList<>(
            positions.with(news),
            presence.join(other.presence),
            values.join(other.values),
            places.join(other.places));
    var now = order;
    if (now != null && positions.canKeep(news)) {
      joined.order = now.with(news, differing(joined), this::shownPlace, joined::shownPlace);
    }
    return joined;
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

  /// The order of the items that show.
  ItemOrder ordered() {
    var known = order;
    if (known == null) {
      var ids = presence.store().entries().keys();
      known = ItemOrder.of(positions.origins(), ids, this::shownPlace);
      order = known;
    }
    return known;
  }

  /// The position of an item that is there, with its value.
  private Optional<Dot> shownPlace(Dot id) {
    return presenceOf(id).isEmpty() || siblings(values, id).isEmpty()
        ? Optional.empty()
        : winner(places, id);
  }

  /// The ids of the items that are not the same in a list that this one became.
  private Set<Dot> differing(MovableList<E> joined) {
    var ids = new HashSet<Dot>();
    Differences.forEachKey(joined.presence.store().entries(), presence.store().entries(), ids::add);
    Differences.forEachKey(joined.values.store().entries(), values.store().entries(), ids::add);
    Differences.forEachKey(joined.places.store().entries(), places.store().entries(), ids::add);
    return ids;
  }

  private Item<E> item(Dot id) {
    var register = SiblingRegister.of(siblings(values, id), CausalContext.EMPTY);
    return new Item<>(
        id,
        register.value().orElseThrow(),
        siblings(values, id).entries(),
        register.isConflicted(),
        siblings(places, id).entries().size() > 1);
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
