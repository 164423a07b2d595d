package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.graph.AddWinsGraph;
import dev.flotilla.crdt.sequence.FugueList;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.MovableList;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import dev.flotilla.crdt.tree.Move;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The canonical forms of sequences, trees and graphs.
///
/// | type | form |
/// |---|---|
/// | positions | count varint, then the replicas in their order; for each, positions of the replica |
/// | positions of a replica | count varint, then (distance varint, origin) by counter |
/// | origin | 0 for the root, or 2 · index of the replica + 1 left or 2 right varint, counter varint |
/// | Fugue list | positions; for each in the order of the dots 0, or 1 and the element |
/// | movable list | positions, presence, values, places, each of the last three as causal |
/// | Lamport timestamp | counter varint, replica 16 |
/// | move | timestamp, node, 0 or 1 and the parent |
/// | movable tree | count varint, then the moves in their order |
/// | add-wins graph | tails, heads, arcs, each as causal |
///
/// Replicas of positions are those of the positions and of their parents, no other. The distance of
/// a position is that of its counter from the one before, or from 0.
public final class CanonicalStructures {

  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  /// Timestamp, a node of at least one byte, and whether there is a parent.
  private static final int MOVE_BYTES_MIN = 1 + ReplicaId.BYTES + 2;

  public static final Codec<LamportTimestamp> LAMPORT_TIMESTAMP =
      Codec.of(
          (to, at) -> to.varint(at.counter()).replicaId(at.replica()),
          from -> new LamportTimestamp(from.varint(), from.replicaId()));

  public static final Codec<FugueTree> FUGUE_TREE = new FugueTreeCodec();

  private CanonicalStructures() {}

  /// @param element takes at most a value's bytes
  public static <E> Codec<FugueList<E>> fugueList(Codec<E> element) {
    var limited = CanonicalTypes.value(element);
    return Codec.of(
        (to, list) -> writeElements(to, list, limited), from -> readElements(from, limited));
  }

  /// @param value takes at most a value's bytes
  public static <E> Codec<MovableList<E>> movableList(Codec<E> value) {
    var presence =
        CanonicalStores.causal(CanonicalStores.dotMap(Canonical.DOT, CanonicalStores.DOT_SET));
    var values =
        CanonicalStores.causal(
            CanonicalStores.dotMap(
                Canonical.DOT,
                CanonicalStores.dotFun(CanonicalStores.stamped(CanonicalTypes.value(value)))));
    var places =
        CanonicalStores.causal(
            CanonicalStores.dotMap(
                Canonical.DOT, CanonicalStores.dotFun(CanonicalStores.stamped(Canonical.DOT))));
    return Codec.of(
        (to, list) -> {
          FUGUE_TREE.write(to, list.positions());
          presence.write(to, list.presence());
          values.write(to, list.values());
          places.write(to, list.places());
        },
        from ->
            MovableList.of(
                FUGUE_TREE.read(from), presence.read(from), values.read(from), places.read(from)));
  }

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

  private static <E> void writeElements(CanonicalWriter to, FugueList<E> list, Codec<E> element) {
    FUGUE_TREE.write(to, list.positions());
    for (var position : sorted(list.positions())) {
      var present = list.elementsByPosition().get(position);
      to.u8(present == null ? ABSENT : PRESENT);
      if (present != null) {
        element.write(to, present);
      }
    }
  }

  private static <E> FugueList<E> readElements(CanonicalReader from, Codec<E> element) {
    var positions = FUGUE_TREE.read(from);
    PersistentMap<Dot, E> elements = PersistentMap.empty();
    for (var position : sorted(positions)) {
      if (readPresence(from)) {
        elements = elements.with(position, element.read(from));
      }
    }
    return FugueList.of(positions, elements);
  }

  private static SortedSet<Dot> sorted(FugueTree positions) {
    var sorted = new TreeSet<Dot>();
    positions.origins().keys().forEach(sorted::add);
    return sorted;
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
