package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.PersistentMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Positions in one order that all replicas agree on, between any two of which more can be put.
/// What lies at a position is the user's affair.
///
/// The positions form a tree, and the order is its in-order traversal: left children, the position,
/// right children, where siblings on one side go by their dots. Runs that replicas insert at one
/// place at the same time do not interleave, whether each goes forwards or backwards: a run hangs
/// together as one subtree.
///
/// Positions are never taken away. A position whose parent is unknown, because its delta came
/// early, shows once the parent is known; one that hangs from itself, however long the way around,
/// never does. If a dot is used twice, against the rules, the lesser origin counts everywhere.
///
/// [#join] costs O(log n) for each position that only one of the two has. The order is worked out
/// in O(n log n) when it is first asked for, and then kept up to date by [#with] and [#join] in
/// O(log n) a position, plus the way down a sibling inserted at the same place at the same time. A
/// position whose parent comes after it makes the next reader work the order out again. Nothing
/// recurses along the tree. Safe to share between threads.
///
/// @see <a href="https://arxiv.org/abs/2305.00583">Weidner, Kleppmann 2023: The Art of the
///   Fugue</a>
public final class FugueTree implements JoinSemilattice<FugueTree> {

  /// No position.
  public static final FugueTree EMPTY = new FugueTree(PersistentMap.empty(), null);

  /// Beyond this share of the positions, working out the order anew is no dearer.
  private static final int KEPT_SHARE = 4;

  private final PersistentMap<Dot, Origin> origins;

  /// A function of the origins: null until it is asked for, if nothing older knew it. Several
  /// threads may work it out at the same time.
  private volatile @Nullable Order order;

  private FugueTree(PersistentMap<Dot, Origin> origins, @Nullable Order order) {
    this.origins = origins;
    this.order = order;
  }

  /// This tree and the position. Costs O(log n).
  ///
  /// @param origin what [#between] gave; an unknown parent is allowed
  public FugueTree with(Dot position, Origin origin) {
    var known = origins.get(position);
    if (known != null) {
      return known.compareTo(origin) <= 0
          ? this
          : new FugueTree(origins.with(position, origin), null);
    }
    var now = order;
    return new FugueTree(
        origins.with(position, origin),
        now == null ? null : now.with(new Child(origin, position), true));
  }

  /// Where to hang a new position that comes directly after `left` and before `right`. Costs O(log
  /// n) once the order is known.
  ///
  /// If there are positions between the two, the new one comes before them.
  ///
  /// @param left none for the start of the sequence
  /// @param right none for its end
  /// @throws IllegalArgumentException if one of them is not in the order, or `right` is not after
  ///   `left`
  public Origin between(Optional<Dot> left, Optional<Dot> right) {
    int before = left.map(this::requireIndex).orElse(-1);
    int after = right.map(this::requireIndex).orElse(Integer.MAX_VALUE);
    if (before >= after) {
      throw new IllegalArgumentException(right + " does not come after " + left);
    }
    return ordered().after(left);
  }

  /// The positions that hang from the root, in their order. Cannot be changed. Costs O(n).
  public List<Dot> order() {
    var positions = new ArrayList<Dot>();
    ordered().forEachShown(positions::add);
    return Collections.unmodifiableList(positions);
  }

  /// How many positions come before this one in the order, or -1 if it is not in it. Costs O(log n)
  /// once the order is known.
  public int indexOf(Dot position) {
    return ordered().indexOf(position);
  }

  /// Where each position hangs, those that do not show included.
  public PersistentMap<Dot, Origin> origins() {
    return origins;
  }

  /// Whether the position is known, shown or not.
  public boolean contains(Dot position) {
    return origins.containsKey(position);
  }

  @Override
  public FugueTree join(FugueTree other) {
    if (other.origins.size() > origins.size()) {
      return other.join(this);
    }
    return with(news(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FugueTree tree && origins.equals(tree.origins);
  }

  @Override
  public int hashCode() {
    return origins.hashCode();
  }

  /// Each position and where it hangs.
  @Override
  public String toString() {
    return origins.toString();
  }

  /// The positions that `other` has and this tree has not, or has with a greater origin.
  Map<Dot, Origin> news(FugueTree other) {
    var news = new HashMap<Dot, Origin>();
    Differences.forEachIn(
        other.origins,
        origins,
        (position, origin) -> {
          var known = origins.get(position);
          if (known == null || origin.compareTo(known) < 0) {
            news.put(position, origin);
          }
        });
    return news;
  }

  /// This tree with [#news].
  FugueTree with(Map<Dot, Origin> news) {
    if (news.isEmpty()) {
      return this;
    }
    var joined = origins;
    for (var entry : news.entrySet()) {
      joined = joined.with(entry.getKey(), entry.getValue());
    }
    var now = order;
    return new FugueTree(joined, now == null || !canKeep(news) ? null : now.with(news, _ -> true));
  }

  /// Whether an order of this tree can be kept up to date with the [#news].
  boolean canKeep(Map<Dot, Origin> news) {
    return news.size() <= origins.size() / KEPT_SHARE
        && news.keySet().stream().noneMatch(origins::containsKey);
  }

  private int requireIndex(Dot position) {
    int index = indexOf(position);
    if (index < 0) {
      throw new IllegalArgumentException("not in the order: " + position);
    }
    return index;
  }

  private Order ordered() {
    var known = order;
    if (known == null) {
      known = Order.of(origins, _ -> true);
      order = known;
    }
    return known;
  }
}
