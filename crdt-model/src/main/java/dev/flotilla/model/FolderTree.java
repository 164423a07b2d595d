package dev.flotilla.model;

import dev.flotilla.crdt.time.LamportClock;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.tree.Move;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which folder is in which, deleted ones included, and the clock for the next move. Immutable.
///
/// @param clock has seen all moves
record FolderTree(MovableTree<String> tree, LamportClock clock) {
  static final FolderTree EMPTY = new FolderTree(MovableTree.empty(), LamportClock.START);

  FolderTree withAll(Collection<Move<String>> moves) {
    if (moves.isEmpty()) {
      return this;
    }
    var next = clock;
    for (var move : moves) {
      next = next.observe(move.at());
    }
    return new FolderTree(tree.join(MovableTree.of(moves)), next);
  }

  /// The trace of a move as a move.
  static Optional<Move<String>> move(Trace trace) {
    return trace.value() instanceof Value.Move(long counter, var parent)
        ? Optional.of(
            new Move<>(
                new LamportTimestamp(counter, trace.dot().replica()),
                trace.slot().entity().key(),
                parent))
        : Optional.empty();
  }

  /// Moves of this and of no other folder, by their timestamps.
  static Trace trace(Move<String> move) {
    var at = move.at();
    return Trace.ofMove(
        EntityId.folder(move.node()), at.replica(), new Value.Move(at.counter(), move.parent()));
  }

  /// What each of the moves comes from.
  SortedMap<LamportTimestamp, Move<String>> ignored() {
    var ignored = new TreeMap<LamportTimestamp, Move<String>>();
    tree.ignored().forEach(move -> ignored.put(move.at(), move));
    return ignored;
  }

  /// Whether a folder is the other one or somewhere in it, deleted folders between them included.
  boolean isWithin(String folder, String outer) {
    var at = Optional.of(folder);
    while (at.isPresent() && !at.get().equals(outer)) {
      at = tree.parent(at.get());
    }
    return at.isPresent();
  }
}
