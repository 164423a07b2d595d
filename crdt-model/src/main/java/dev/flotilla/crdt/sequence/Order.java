package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The order of a tree of positions, which can be kept up to date while the tree grows. Immutable.
///
/// A function of the tree, but for the labels. Working it out anew costs O(n log n), one position
/// more O(log n) and the way down a sibling that was inserted at the same place at the same time.
///
/// @param labels the positions that hang from the root
/// @param children all positions where they hang
record Order(Labels labels, Ranked<Child> children) {

  private static final Dot LEAST = new Dot(new ReplicaId(0, 0), 1);
  private static final Dot GREATEST = new Dot(new ReplicaId(-1, -1), Long.MAX_VALUE);

  /// @param shown whether there is something at a position
  static Order of(PersistentMap<Dot, Origin> origins, Predicate<Dot> shown) {
    var children = new ArrayList<Child>(origins.size());
    origins.forEach((position, origin) -> children.add(new Child(origin, position)));
    children.sort(Child::order);
    return new Order(Labels.of(Traversal.of(children), shown), Ranked.of(children));
  }

  /// The number of positions with something there.
  int shown() {
    return labels.inOrder().weight();
  }

  /// The position with so many before it, or null.
  @Nullable Dot at(int index) {
    var place = labels.inOrder().at(index);
    return place == null ? null : place.position();
  }

  /// The position with something there that has so many such positions before it.
  Dot shownAt(int index) {
    var place = labels.inOrder().atWeight(index);
    if (place == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return place.position();
  }

  /// How many positions come before this one, or -1 if it does not hang from the root.
  int indexOf(Dot position) {
    var place = labels.get(position);
    return place == null ? -1 : labels.inOrder().rank(place);
  }

  /// Where to hang a position that comes directly after one of these, or after the start.
  Origin after(Optional<Dot> position) {
    var right = new Origin(position, Side.RIGHT);
    if (firstChild(right) == null) {
      return right;
    }
    var next = at(position.map(this::indexOf).orElse(-1) + 1);
    return next == null ? right : new Origin(Optional.of(next), Side.LEFT);
  }

  /// Visits the positions with something there in their order.
  void forEachShown(Consumer<? super Dot> visitor) {
    labels
        .inOrder()
        .forEach(place -> {
          if (place.shown()) {
            visitor.accept(place.position());
          }
        });
  }

  /// This order with more positions, or null if it has to be worked out anew.
  ///
  /// @param news positions that are not in the tree yet, in any order
  @Nullable Order with(Map<Dot, Origin> news, Predicate<Dot> shown) {
    var ahead = new HashMap<>(news);
    Order now = this;
    for (var position : news.keySet()) {
      for (var child : upwards(position, ahead)) {
        now = now == null ? null : now.with(child, shown.test(child.position()));
      }
    }
    return now;
  }

  /// This order with one more position, or null if it has to be worked out anew.
  @Nullable Order with(Child child, boolean shown) {
    var parent = child.origin().parent();
    var grown = children.with(child);
    if (parent.isPresent() && labels.get(parent.get()) == null) {
      return new Order(labels, grown);
    }
    if (hasChildren(child.position())) {
      return null;
    }
    var side = child.origin().side();
    return new Order(labels.with(child.position(), shown, side, neighbour(child)), grown);
  }

  /// This order with something at a position or not, which may not hang from the root.
  Order marked(Dot position, boolean shown) {
    var place = labels.get(position);
    return place == null ? this : new Order(labels.marked(place, shown), children);
  }

  private boolean hasChildren(Dot position) {
    return firstChild(new Origin(Optional.of(position), Side.LEFT)) != null
        || firstChild(new Origin(Optional.of(position), Side.RIGHT)) != null;
  }

  private @Nullable Child firstChild(Origin origin) {
    return at(origin, children.ceiling(new Child(origin, LEAST)));
  }

  private @Nullable Child lastChild(Origin origin) {
    return at(origin, children.floor(new Child(origin, GREATEST)));
  }

  /// What lies directly before a new right child, or directly after a new left one: its parent, or
  /// the outermost position of the subtree of a sibling in between. Null for the start.
  private @Nullable Place neighbour(Child child) {
    var origin = child.origin();
    boolean left = origin.side() == Side.LEFT;
    var between = at(origin, left ? children.ceiling(child) : children.floor(child));
    var outermost = origin.parent();
    while (between != null) {
      outermost = Optional.of(between.position());
      var further = new Origin(outermost, origin.side());
      between = left ? firstChild(further) : lastChild(further);
    }
    return outermost.map(labels::get).orElse(null);
  }

  private static @Nullable Child at(Origin origin, @Nullable Child child) {
    return child != null && child.origin().equals(origin) ? child : null;
  }

  /// The position and those above it that are ahead as well, the uppermost first. Takes them out.
  private static Iterable<Child> upwards(Dot position, Map<Dot, Origin> ahead) {
    var path = new ArrayDeque<Child>();
    var at = Optional.of(position);
    while (at.isPresent() && ahead.containsKey(at.get())) {
      var origin = ahead.remove(at.get());
      path.push(new Child(origin, at.get()));
      at = origin.parent();
    }
    return path;
  }
}
