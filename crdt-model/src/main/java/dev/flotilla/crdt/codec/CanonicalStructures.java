package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.graph.AddWinsGraph;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.tree.Move;
import java.util.ArrayList;
import java.util.Optional;

/// The canonical forms of sequences, trees and graphs.
///
/// | type | form |
/// |---|---|
/// | Lamport timestamp | counter varint, replica 16 |
/// | move | timestamp, node, 0 or 1 and the parent |
/// | movable tree | count varint, then the moves in their order |
/// | add-wins graph | tails, heads, arcs, each as causal |
public final class CanonicalStructures {

  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  /// Timestamp, a node of at least one byte, and whether there is a parent.
  private static final int MOVE_BYTES_MIN = 1 + ReplicaId.BYTES + 2;

  public static final Codec<LamportTimestamp> LAMPORT_TIMESTAMP =
      Codec.of(
          (to, at) -> to.varint(at.counter()).replicaId(at.replica()),
          from -> new LamportTimestamp(from.varint(), from.replicaId()));

  private CanonicalStructures() {}

  /// @param node takes at least one byte, at most a key's
  public static <N extends Comparable<N>> Codec<MovableTree<N>> movableTree(Codec<N> node) {
    var limited = CanonicalTypes.key(node);
    return Codec.of((to, tree) -> writeMoves(to, tree, limited), from -> readMoves(from, limited));
  }

  /// @param vertex takes at least one byte, at most a key's
  public static <V extends Comparable<V>> Codec<AddWinsGraph<V>> addWinsGraph(Codec<V> vertex) {
    var key = CanonicalTypes.key(vertex);
    var ends = CanonicalStores.causal(CanonicalStores.dotMap(key, CanonicalStores.DOT_SET));
    var arcs =
        CanonicalStores.causal(
            CanonicalStores.dotMap(key, CanonicalStores.dotMap(key, CanonicalStores.DOT_SET)));
    return Codec.of(
        (to, graph) -> {
          ends.write(to, graph.tails());
          ends.write(to, graph.heads());
          arcs.write(to, graph.arcs());
        },
        from -> new AddWinsGraph<>(ends.read(from), ends.read(from), arcs.read(from)));
  }

  private static <N extends Comparable<N>> void writeMoves(
      CanonicalWriter to, MovableTree<N> tree, Codec<N> node) {
    var moves = tree.moves();
    to.varint(moves.size());
    for (var move : moves) {
      LAMPORT_TIMESTAMP.write(to, move.at());
      node.write(to, move.node());
      to.u8(move.parent().isPresent() ? PRESENT : ABSENT);
      move.parent().ifPresent(parent -> node.write(to, parent));
    }
  }

  private static <N extends Comparable<N>> MovableTree<N> readMoves(
      CanonicalReader from, Codec<N> node) {
    int count = from.count(MOVE_BYTES_MIN);
    var moves = new ArrayList<Move<N>>(count);
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var at = LAMPORT_TIMESTAMP.read(from);
      if (i > 0 && at.compareTo(moves.getLast().at()) <= 0) {
        throw new MalformedBytesException("moves out of order", start);
      }
      moves.add(
          new Move<>(
              at,
              node.read(from),
              readPresence(from) ? Optional.of(node.read(from)) : Optional.empty()));
    }
    return MovableTree.of(moves);
  }

  private static boolean readPresence(CanonicalReader from) {
    int start = from.offset();
    int presence = from.u8();
    if (presence > PRESENT) {
      throw new MalformedBytesException("neither absent nor present", start);
    }
    return presence == PRESENT;
  }
}
