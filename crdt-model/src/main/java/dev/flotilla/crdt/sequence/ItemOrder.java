package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The order of the items that a [MovableList] shows, kept up to date while the list is edited.
/// Immutable.
///
/// A function of the list. Working it out anew costs O(n log n), one item more or elsewhere O(log
/// n).
///
/// @param order shows the positions with an item
/// @param items the ids of the items by their positions: one each, or more if the state was forged;
///   then the least id shows
record ItemOrder(Order order, PersistentMap<Dot, DotSet> items) {

  /// @param ids of all items
  /// @param place the position of an item; none if it is not to be shown
  static ItemOrder of(
      PersistentMap<Dot, Origin> origins, Iterable<Dot> ids, Function<Dot, Optional<Dot>> place) {
    PersistentMap<Dot, DotSet> items = PersistentMap.empty();
    for (var id : ids) {
      var position = place.apply(id);
      if (position.isPresent()) {
        items = put(items, position.get(), id);
      }
    }
    return new ItemOrder(Order.of(origins, items::containsKey), items);
  }

  int size() {
    return order.shown();
  }

  /// The id of the item at an index.
  ///
  /// @throws IndexOutOfBoundsException if there is none
  Dot at(int index) {
    return first(items.getOrDefault(order.shownAt(index), DotSet.EMPTY));
  }

  /// Visits the ids of the items in their order.
  void forEach(Consumer<? super Dot> visitor) {
    order.forEachShown(
        position -> visitor.accept(first(items.getOrDefault(position, DotSet.EMPTY))));
  }

  /// Where to hang the position of a new item that comes to be at the index.
  ///
  /// @throws IndexOutOfBoundsException for an index that is not 0 to [#size]
  Origin origin(int index) {
    requireAtMost(size(), index);
    return after(index - 1);
  }

  /// Where to hang the next position of an item that comes to be at the index.
  ///
  /// @param id of an item that may not show
  /// @param place its position
  /// @throws IndexOutOfBoundsException for an index that is not 0 to the size without the item
  Origin origin(int index, Dot id, Optional<Dot> place) {
    int rank = place.filter(position -> shows(position, id)).map(order::indexOf).orElse(-1);
    if (rank < 0) {
      return origin(index);
    }
    requireAtMost(size() - 1, index);
    boolean comesBefore = index > 0 && rank <= order.indexOf(order.shownAt(index - 1));
    return after(comesBefore ? index : index - 1);
  }

  /// This order after the list changed, or null if it has to be worked out anew.
  ///
  /// @param news positions that are not in the tree yet, in any order
  /// @param ids of all items that changed
  /// @param before the positions that the items had
  /// @param now the positions that they have
  @Nullable ItemOrder with(
      Map<Dot, Origin> news,
      Collection<Dot> ids,
      Function<Dot, Optional<Dot>> before,
      Function<Dot, Optional<Dot>> now) {
    var next = items;
    var touched = new ArrayList<Dot>();
    for (var id : ids) {
      var from = before.apply(id);
      var to = now.apply(id);
      if (!from.equals(to)) {
        next = from.isEmpty() ? next : removed(next, from.get(), id);
        next = to.isEmpty() ? next : put(next, to.get(), id);
        from.ifPresent(touched::add);
        to.ifPresent(touched::add);
      }
    }
    var shown = next;
    var grown = order.with(news, shown::containsKey);
    if (grown == null) {
      return null;
    }
    for (var position : touched) {
      grown = grown.marked(position, shown.containsKey(position));
    }
    return new ItemOrder(grown, shown);
  }

  private Origin after(int index) {
    return order.after(index < 0 ? Optional.empty() : Optional.of(order.shownAt(index)));
  }

  private boolean shows(Dot position, Dot id) {
    var ids = items.get(position);
    return ids != null && first(ids).equals(id);
  }

  private static void requireAtMost(int last, int index) {
    if (index < 0 || index > last) {
      throw new IndexOutOfBoundsException(index);
    }
  }

  private static Dot first(DotSet ids) {
    return ids.dots().getFirst();
  }

  private static PersistentMap<Dot, DotSet> put(
      PersistentMap<Dot, DotSet> items, Dot position, Dot id) {
    var others = items.get(position);
    return items.with(position, others == null ? DotSet.of(id) : with(others, id));
  }

  private static DotSet with(DotSet ids, Dot id) {
    var more = new ArrayList<>(ids.dots());
    more.add(id);
    return DotSet.of(more);
  }

  private static PersistentMap<Dot, DotSet> removed(
      PersistentMap<Dot, DotSet> items, Dot position, Dot id) {
    var ids = items.getOrDefault(position, DotSet.EMPTY);
    List<Dot> others = ids.dots().stream().filter(other -> !other.equals(id)).toList();
    return others.isEmpty()
        ? items.without(position)
        : items.with(position, DotSet.ofSorted(others));
  }
}
