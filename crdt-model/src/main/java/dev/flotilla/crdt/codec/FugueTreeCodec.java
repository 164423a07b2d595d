package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The canonical form of a tree of positions: each replica's id once, so that a position takes four
/// or five bytes.
final class FugueTreeCodec implements Codec<FugueTree> {

  /// A distance and the way to the parent.
  private static final int POSITION_BYTES_MIN = 2;

  /// The way to the parent, for a child of the root.
  private static final int ROOT = 0;

  @Override
  public void write(CanonicalWriter to, FugueTree tree) {
    var origins = new TreeMap<Dot, Origin>();
    tree.origins().forEach(origins::put);
    var indexes = new HashMap<ReplicaId, Integer>();
    var replicas = replicas(origins);
    to.varint(replicas.size());
    for (var replica : replicas) {
      indexes.put(replica, indexes.size());
      to.replicaId(replica);
    }
    for (var replica : replicas) {
      var own = origins.subMap(new Dot(replica, 1), true, new Dot(replica, Long.MAX_VALUE), true);
      to.varint(own.size());
      long last = 0;
      for (var entry : own.entrySet()) {
        to.varint(entry.getKey().counter() - last);
        last = entry.getKey().counter();
        writeOrigin(to, entry.getValue(), indexes);
      }
    }
  }

  @Override
  public FugueTree read(CanonicalReader from) {
    int start = from.offset();
    var replicas = readReplicas(from);
    var used = new TreeSet<ReplicaId>();
    var tree = FugueTree.EMPTY;
    for (var replica : replicas) {
      int count = from.count(POSITION_BYTES_MIN);
      long last = 0;
      for (int i = 0; i < count; i++) {
        last = readCounter(from, last);
        var origin = readOrigin(from, replicas);
        origin.parent().ifPresent(parent -> used.add(parent.replica()));
        tree = tree.with(new Dot(replica, last), origin);
      }
      if (count > 0) {
        used.add(replica);
      }
    }
    if (used.size() < replicas.size()) {
      throw new MalformedBytesException("replica without a position", start);
    }
    return tree;
  }

  private static SortedSet<ReplicaId> replicas(Map<Dot, Origin> origins) {
    var replicas = new TreeSet<ReplicaId>();
    origins.forEach((position, origin) -> {
      replicas.add(position.replica());
      origin.parent().ifPresent(parent -> replicas.add(parent.replica()));
    });
    return replicas;
  }

  private static void writeOrigin(
      CanonicalWriter to, Origin origin, Map<ReplicaId, Integer> indexes) {
    if (origin.parent().isEmpty()) {
      to.varint(ROOT);
      return;
    }
    var parent = origin.parent().get();
    int side = origin.side() == Side.LEFT ? 1 : 2;
    to.varint(2L * indexes.getOrDefault(parent.replica(), 0) + side).varint(parent.counter());
  }

  private static List<ReplicaId> readReplicas(CanonicalReader from) {
    int count = from.count(ReplicaId.BYTES);
    var replicas = new ArrayList<ReplicaId>(count);
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var replica = from.replicaId();
      if (i > 0 && replica.compareTo(replicas.getLast()) <= 0) {
        throw new MalformedBytesException("replicas out of order", start);
      }
      replicas.add(replica);
    }
    return replicas;
  }

  private static long readCounter(CanonicalReader from, long last) {
    int start = from.offset();
    long distance = from.varint();
    if (distance == 0 || distance > Long.MAX_VALUE - last) {
      throw new MalformedBytesException("counter out of range", start);
    }
    return last + distance;
  }

  private static Origin readOrigin(CanonicalReader from, List<ReplicaId> replicas) {
    int start = from.offset();
    long way = from.varint();
    if (way == ROOT) {
      return Origin.START;
    }
    long index = (way - 1) / 2;
    if (index >= replicas.size()) {
      throw new MalformedBytesException("unknown replica", start);
    }
    var parent = new Dot(replicas.get((int) index), readCounter(from, 0));
    return new Origin(Optional.of(parent), way % 2 == 1 ? Side.LEFT : Side.RIGHT);
  }
}
