package dev.flotilla.benchmarks;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import java.util.List;
import java.util.function.IntPredicate;

/// Version vectors over 64 and 1 000 replicas.
final class VectorRows {

  private static final List<Integer> SIZES = List.of(64, 1_000);

  private VectorRows() {}

  static List<Row> rows() {
    return List.of(
        Row.of(
            "version vector merge, each ahead in every other entry",
            SIZES,
            VectorRows::merge,
            VectorRows::pekkoMerge),
        Row.of(
            "version vector merge, decoded separately",
            SIZES,
            VectorRows::mergeDecoded,
            VectorRows::pekkoMergeDecoded),
        Row.of(
            "version vector compare, one ahead in the last entry",
            SIZES,
            VectorRows::compareAhead,
            VectorRows::pekkoCompareAhead),
        Row.of(
            "version vector compare, each ahead in every other entry",
            SIZES,
            VectorRows::compareConcurrent,
            VectorRows::pekkoCompareConcurrent),
        Row.of(
            "version vector increment", SIZES, VectorRows::increment, VectorRows::pekkoIncrement));
  }

  private static Step merge(int size) {
    var ancestor = Fleet.vector(size);
    var even = ahead(ancestor, size, i -> i % 2 == 0);
    var odd = ahead(ancestor, size, i -> i % 2 == 1);
    return sink -> sink.consume(even.join(odd));
  }

  private static Step pekkoMerge(int size) {
    var ancestor = Nodes.vector(size);
    var even = ahead(ancestor, size, i -> i % 2 == 0);
    var odd = ahead(ancestor, size, i -> i % 2 == 1);
    return sink -> sink.consume(even.merge(odd));
  }

  private static Step mergeDecoded(int size) {
    var ancestor = Fleet.vector(size);
    var even = decoded(ahead(ancestor, size, i -> i % 2 == 0));
    var odd = decoded(ahead(ancestor, size, i -> i % 2 == 1));
    return sink -> sink.consume(even.join(odd));
  }

  private static Step pekkoMergeDecoded(int size) {
    var ancestor = Nodes.vector(size);
    var even = decoded(ahead(ancestor, size, i -> i % 2 == 0));
    var odd = decoded(ahead(ancestor, size, i -> i % 2 == 1));
    return sink -> sink.consume(even.merge(odd));
  }

  private static Step compareAhead(int size) {
    var before = Fleet.vector(size);
    var last = before.asMap().lastKey();
    var after = before.with(last, before.get(last) + 1);
    return sink -> sink.consume(before.compare(after));
  }

  private static Step pekkoCompareAhead(int size) {
    var before = Nodes.vector(size);
    var after = before.increment(Nodes.last(size));
    return sink -> sink.consume(before.compareTo(after));
  }

  private static Step compareConcurrent(int size) {
    var ancestor = Fleet.vector(size);
    var even = ahead(ancestor, size, i -> i % 2 == 0);
    var odd = ahead(ancestor, size, i -> i % 2 == 1);
    return sink -> sink.consume(even.compare(odd));
  }

  private static Step pekkoCompareConcurrent(int size) {
    var ancestor = Nodes.vector(size);
    var even = ahead(ancestor, size, i -> i % 2 == 0);
    var odd = ahead(ancestor, size, i -> i % 2 == 1);
    return sink -> sink.consume(even.compareTo(odd));
  }

  private static Step increment(int size) {
    var vector = Fleet.vector(size);
    return sink -> sink.consume(vector.with(Fleet.ME, vector.get(Fleet.ME) + 1));
  }

  private static Step pekkoIncrement(int size) {
    var vector = Nodes.vector(size);
    return sink -> sink.consume(vector.increment(Nodes.ME));
  }

  private static VersionVector ahead(VersionVector ancestor, int size, IntPredicate where) {
    var vector = ancestor;
    for (int i = 0; i < size; i++) {
      var replica = Fleet.replica(i);
      vector = where.test(i) ? vector.with(replica, vector.get(replica) + 1) : vector;
    }
    return vector;
  }

  /// Pekko's counters come from one counter of the process: what was counted later is ahead.
  private static org.apache.pekko.cluster.ddata.VersionVector ahead(
      org.apache.pekko.cluster.ddata.VersionVector ancestor, int size, IntPredicate where) {
    var vector = ancestor;
    for (int i = 0; i < size; i++) {
      vector = where.test(i) ? vector.increment(Nodes.node(i)) : vector;
    }
    return vector;
  }

  private static VersionVector decoded(VersionVector vector) {
    return Canonical.VERSION_VECTOR.decode(Canonical.VERSION_VECTOR.encode(vector));
  }

  private static org.apache.pekko.cluster.ddata.VersionVector decoded(
      org.apache.pekko.cluster.ddata.VersionVector vector) {
    return Wire.fromPekko(Wire.pekko(vector), vector);
  }
}
