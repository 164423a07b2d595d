package dev.flotilla.crdt.tree;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.time.LamportTimestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tree that moves lead to, and how to take the latest of them back. Immutable.
///
/// @param latest the moves done, the latest first
/// @param placed the move that put each node where it is
/// @param below the children of each parent
record Replay<N extends Comparable<N>>(
    @Nullable Done<N> latest,
    PersistentMap<N, Move<N>> placed,
    PersistentMap<Optional<N>, PersistentMap<N, N>> below) {

  /// A move that was done.
  ///
  /// @param ignored whether it had no effect
  /// @param displaced what had put the node where it was before; null for a new node
  /// @param before the move done before this one
  record Done<N extends Comparable<N>>(
      Move<N> move, boolean ignored, @Nullable Move<N> displaced, @Nullable Done<N> before) {}

  static <N extends Comparable<N>> Replay<N> empty() {
    return new Replay<N>(null, PersistentMap.empty(), PersistentMap.empty());
  }

  /// Whether all moves done are earlier.
  boolean isBefore(LamportTimestamp at) {
    return latest == null || latest.move().at().compareTo(at) < 0;
  }

  /// Puts moves where they belong: undoes what is later than the first of them, then does all of it
  /// in order. A move takes the place of one with the same timestamp.
  Replay<N> with(NavigableMap<LamportTimestamp, Move<N>> news) {
    var first = news.firstKey();
    var ahead = new TreeMap<>(news);
    var now = this;
    for (var last = latest; last != null && last.move().at().compareTo(first) >= 0; ) {
      ahead.putIfAbsent(last.move().at(), last.move());
      now = now.undone(last);
      last = last.before();
    }
    for (var move : ahead.values()) {
      now = now.done(move);
    }
    return now;
  }

  @Nullable Move<N> placed(N node) {
    return placed.get(node);
  }

  List<N> children(Optional<N> parent) {
    var children = new ArrayList<N>();
    childrenOf(parent).keys().forEach(children::add);
    Collections.sort(children);
    return Collections.unmodifiableList(children);
  }

  SortedSet<N> nodes() {
    var nodes = new TreeSet<N>();
    placed.keys().forEach(nodes::add);
    return Collections.unmodifiableSortedSet(nodes);
  }

  int size() {
    return placed.size();
  }

  List<Move<N>> moves() {
    return history(_ -> true);
  }

  List<Move<N>> ignored() {
    return history(Done::ignored);
  }

  private List<Move<N>> history(Predicate<Done<N>> wanted) {
    var found = new ArrayList<Move<N>>();
    for (var done = latest; done != null; done = done.before()) {
      if (wanted.test(done)) {
        found.add(done.move());
      }
    }
    return List.copyOf(found.reversed());
  }

  private Replay<N> done(Move<N> move) {
    if (closesCycle(move)) {
      return new Replay<>(new Done<>(move, true, null, latest), placed, below);
    }
    var displaced = placed.get(move.node());
    var left = displaced == null ? below : without(below, displaced);
    return new Replay<>(
        new Done<>(move, false, displaced, latest),
        placed.with(move.node(), move),
        with(left, move));
  }

  /// @param last the latest move
  private Replay<N> undone(Done<N> last) {
    if (last.ignored()) {
      return new Replay<>(last.before(), placed, below);
    }
    var left = without(below, last.move());
    var displaced = last.displaced();
    return displaced == null
        ? new Replay<>(last.before(), placed.without(last.move().node()), left)
        : new Replay<>(
            last.before(), placed.with(displaced.node(), displaced), with(left, displaced));
  }

  /// Whether the parent is the node itself or below it.
  private boolean closesCycle(Move<N> move) {
    var above = move.parent();
    if (above.isPresent() && above.get().equals(move.node())) {
      return true;
    }
    // Nothing is below a node without children: spares new nodes the way up.
    if (childrenOf(Optional.of(move.node())).isEmpty()) {
      return false;
    }
    while (above.isPresent() && !above.get().equals(move.node())) {
      var placing = placed.get(above.get());
      above = placing == null ? Optional.empty() : placing.parent();
    }
    return above.isPresent();
  }

  private PersistentMap<N, N> childrenOf(Optional<N> parent) {
    return below.getOrDefault(parent, PersistentMap.empty());
  }

  private static <N extends Comparable<N>> PersistentMap<Optional<N>, PersistentMap<N, N>> with(
      PersistentMap<Optional<N>, PersistentMap<N, N>> below, Move<N> move) {
    var children = below.getOrDefault(move.parent(), PersistentMap.empty());
    return below.with(move.parent(), children.with(move.node(), move.node()));
  }

  private static <N extends Comparable<N>> PersistentMap<Optional<N>, PersistentMap<N, N>> without(
      PersistentMap<Optional<N>, PersistentMap<N, N>> below, Move<N> move) {
    var children = below.getOrDefault(move.parent(), PersistentMap.empty()).without(move.node());
    return children.isEmpty() ? below.without(move.parent()) : below.with(move.parent(), children);
  }
}
