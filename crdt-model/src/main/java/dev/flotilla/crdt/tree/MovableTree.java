package dev.flotilla.crdt.tree;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.time.LamportTimestamp;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A tree whose nodes can be moved at several replicas at once: no node is ever lost, doubled or
/// below itself.
///
/// The state is the set of all moves. The tree is what comes of them one after another in the order
/// of their timestamps, where a move that would put a node below itself is ignored. So two moves
/// that together would make a cycle leave the earlier one in effect. A move that arrives late is
/// put in its place: later ones are undone and done again.
///
/// A parent need not be in the tree itself: its children are there, and show below it once it is
/// moved to where it shows. To remove a node, move it below one that is not shown.
///
/// A move later than all others costs O(depth + log n), a new node's O(log n); a late one costs as
/// much for each later move. [#join] costs what differs and the moves since the earliest
/// difference. Nothing here recurses. Safe to share between threads.
///
/// @see <a href="https://doi.org/10.1109/TPDS.2021.3118603">Kleppmann, Mulligan, Gomes, Beresford
///   2021: A Highly-Available Move Operation for Replicated Trees</a>
public final class MovableTree<N extends Comparable<N>> implements JoinSemilattice<MovableTree<N>> {

  /// From this ratio of sizes on, looking at all of the smaller set is cheaper than comparing.
  private static final int SMALL_SHARE = 8;

  private final PersistentMap<LamportTimestamp, Move<N>> moves;

  /// What comes of all moves but [#late].
  private final Replay<N> done;

  /// Moves that arrived late and that nobody has asked for since.
  private final PersistentMap<LamportTimestamp, Move<N>> late;

  /// What comes of all moves: null until it is asked for. Several threads may work it out at the
  /// same time.
  private volatile @Nullable Replay<N> replay;

  private MovableTree(
      PersistentMap<LamportTimestamp, Move<N>> moves,
      Replay<N> done,
      PersistentMap<LamportTimestamp, Move<N>> late) {
    this.moves = moves;
    this.done = done;
    this.late = late;
  }

  /// The tree without nodes.
  public static <N extends Comparable<N>> MovableTree<N> empty() {
    return new MovableTree<N>(PersistentMap.empty(), Replay.empty(), PersistentMap.empty());
  }

  /// The tree that comes of these moves, in any order.
  public static <N extends Comparable<N>> MovableTree<N> of(Collection<Move<N>> moves) {
    return MovableTree.<N>empty().withAll(moves);
  }

  /// Puts the node, with all that is below it, below a parent; makes the node if there is none.
  ///
  /// @param at greater than the timestamps of all moves this tree has seen
  /// @param parent none for the top level
  /// @throws IllegalArgumentException if the node or the parent is larger than a key may be
  public Delta<MovableTree<N>> move(LamportTimestamp at, N node, Optional<N> parent) {
    parent.ifPresent(Limits::key);
    return new MoveDelta<>(new Move<>(at, Limits.key(node), parent));
  }

  /// What the node is directly below: none at the top level, and for a node that is not there.
  public Optional<N> parent(N node) {
    var placed = replay().placed(node);
    return placed == null ? Optional.empty() : placed.parent();
  }

  /// What is directly below the parent, sorted. Costs O(k log k) for k children.
  ///
  /// @param parent none for the top level
  public List<N> children(Optional<N> parent) {
    return replay().children(parent);
  }

  /// Whether the node is in the tree.
  public boolean contains(N node) {
    return replay().placed(node) != null;
  }

  /// All nodes, those below parents that are not nodes themselves included. Costs O(n log n).
  public SortedSet<N> nodes() {
    return replay().nodes();
  }

  /// The number of nodes.
  public int size() {
    return replay().size();
  }

  /// The moves without effect, because they would have put a node below itself as the moves before
  /// them had left it; in their order. Costs O(moves).
  public List<Move<N>> ignored() {
    return replay().ignored();
  }

  /// All moves, in their order. Costs O(moves).
  public List<Move<N>> moves() {
    return replay().moves();
  }

  @Override
  public MovableTree<N> join(MovableTree<N> other) {
    if (other.moves.size() > moves.size()) {
      return other.join(this);
    }
    if (other.moves.size() < moves.size() / SMALL_SHARE) {
      return withAll(other.moves.values());
    }
    var news = new TreeMap<LamportTimestamp, Move<N>>();
    other.moves.diff(
        moves,
        new PersistentMap.DiffVisitor<LamportTimestamp, Move<N>>() {
          @Override
          public void added(LamportTimestamp at, Move<N> now) {
            news.put(at, now);
          }

          @Override
          public void removed(LamportTimestamp at, Move<N> before) {}

          @Override
          public void changed(LamportTimestamp at, Move<N> before, Move<N> now) {
            if (now.compareTo(before) < 0) {
              news.put(at, now);
            }
          }
        });
    return withNews(news);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MovableTree<?> tree && moves.equals(tree.moves);
  }

  @Override
  public int hashCode() {
    return moves.hashCode();
  }

  /// The moves in their order.
  @Override
  public String toString() {
    return moves().toString();
  }

  /// This tree and the move, unless a lesser one with its timestamp is there.
  MovableTree<N> with(Move<N> move) {
    return withAll(List.of(move));
  }

  private MovableTree<N> withAll(Iterable<Move<N>> added) {
    var news = new TreeMap<LamportTimestamp, Move<N>>();
    for (var move : added) {
      var known = moves.get(move.at());
      if (known == null || move.compareTo(known) < 0) {
        news.merge(move.at(), move, (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    return withNews(news);
  }

  /// @param news moves that are not known, or less than the known ones of their timestamps
  private MovableTree<N> withNews(NavigableMap<LamportTimestamp, Move<N>> news) {
    if (news.isEmpty()) {
      return this;
    }
    var all = moves;
    for (var move : news.values()) {
      all = all.with(move.at(), move);
    }
    var now = replay;
    var base = now == null ? done : now;
    var waiting = now == null ? late : PersistentMap.<LamportTimestamp, Move<N>>empty();
    if (waiting.isEmpty() && base.isBefore(news.firstKey())) {
      return new MovableTree<>(all, base.with(news), waiting);
    }
    for (var move : news.values()) {
      waiting = waiting.with(move.at(), move);
    }
    return new MovableTree<>(all, base, waiting);
  }

  private Replay<N> replay() {
    var known = replay;
    if (known == null) {
      var news = new TreeMap<LamportTimestamp, Move<N>>();
      late.forEach(news::put);
      known = news.isEmpty() ? done : done.with(news);
      replay = known;
    }
    return known;
  }
}
