package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.PersistentMap;
import java.util.List;
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
/// [#with] costs O(log n), [#join] what differs. The order is worked out when it is first asked for
/// in O(n log n), once for each value. Nothing here recurses. Safe to share between threads.
///
/// @see <a href="https://arxiv.org/abs/2305.00583">Weidner, Kleppmann 2023: The Art of the
///   Fugue</a>
public final class FugueTree implements JoinSemilattice<FugueTree> {

  /// No position.
  public static final FugueTree EMPTY = new FugueTree(PersistentMap.empty());

  private final PersistentMap<Dot, Origin> origins;

  /// Worked out at most once for each thread that asks at the same time; always the same.
  private volatile @Nullable Traversal traversal;

  private FugueTree(PersistentMap<Dot, Origin> origins) {
    this.origins = origins;
  }

  /// This tree and the position.
  ///
  /// @param origin what [#between] gave; an unknown parent is allowed
  public FugueTree with(Dot position, Origin origin) {
    var known = origins.get(position);
    if (known != null && known.compareTo(origin) <= 0) {
      return this;
    }
    return new FugueTree(origins.with(position, origin));
  }

  /// Where to hang a new position that comes directly after `left` and before `right`.
  ///
  /// If there are positions between the two, the new one comes before them.
  ///
  /// @param left none for the start of the sequence
  /// @param right none for its end
  /// @throws IllegalArgumentException if one of them is not in the order, or `right` is not after
  ///   `left`
  public Origin between(Optional<Dot> left, Optional<Dot> right) {
    var now = traversal();
    int before = left.map(now::indexOf).orElse(-1);
    int after = right.map(now::indexOf).orElse(now.order().size());
    if (before >= after) {
      throw new IllegalArgumentException(right + " does not come after " + left);
    }
    return now.hasRightChild(left)
        ? new Origin(Optional.of(now.order().get(before + 1)), Side.LEFT)
        : new Origin(left, Side.RIGHT);
  }

  /// The positions that hang from the root, in their order. Cannot be changed.
  public List<Dot> order() {
    return traversal().order();
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
    var joined = origins.merge(other.origins, LesserOrigin.INSTANCE);
    if (joined.equals(origins)) {
      return this;
    }
    return joined.equals(other.origins) ? other : new FugueTree(joined);
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

  private Traversal traversal() {
    var known = traversal;
    if (known == null) {
      known = Traversal.of(origins);
      traversal = known;
    }
    return known;
  }

  private enum LesserOrigin implements PersistentMap.Merger<Dot, Origin> {
    INSTANCE;

    @Override
    public Origin onlyThis(Dot position, Origin origin) {
      return origin;
    }

    @Override
    public Origin onlyOther(Dot position, Origin origin) {
      return origin;
    }

    @Override
    public Origin both(Dot position, Origin origin, Origin other) {
      return origin.compareTo(other) <= 0 ? origin : other;
    }
  }
}
