package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The canonical forms of causal order and time.
///
/// | type | form |
/// |---|---|
/// | dot | replica 16, counter varint, 1 or more |
/// | vector | count varint, then (replica 16, counter varint) in the order of the replicas |
/// | context | vector, count varint, then the early dots in their order |
/// | timestamp | wall time u48, counter u16 |
public final class Canonical {

  static final int DOT_BYTES_MIN = ReplicaId.BYTES + 1;

  public static final Codec<Dot> DOT = Codec.of(Canonical::writeDot, Canonical::readDot);

  public static final Codec<VersionVector> VERSION_VECTOR =
      Codec.of(Canonical::writeVector, Canonical::readVector);

  public static final Codec<CausalContext> CAUSAL_CONTEXT =
      Codec.of(Canonical::writeContext, Canonical::readContext);

  public static final Codec<HybridTimestamp> HYBRID_TIMESTAMP =
      Codec.of(Canonical::writeTimestamp, Canonical::readTimestamp);

  private Canonical() {}

  private static CanonicalWriter writeDot(CanonicalWriter to, Dot dot) {
    return to.replicaId(dot.replica()).varint(dot.counter());
  }

  private static Dot readDot(CanonicalReader from) {
    return new Dot(from.replicaId(), readCounter(from));
  }

  private static CanonicalWriter writeVector(CanonicalWriter to, VersionVector vector) {
    to.varint(vector.size());
    vector.forEach((replica, counter) -> to.replicaId(replica).varint(counter));
    return to;
  }

  private static VersionVector readVector(CanonicalReader from) {
    int count = from.count(DOT_BYTES_MIN);
    var counters = new TreeMap<ReplicaId, Long>();
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var replica = from.replicaId();
      if (!counters.isEmpty() && replica.compareTo(counters.lastKey()) <= 0) {
        throw new MalformedBytesException("replicas out of order", start);
      }
      counters.put(replica, readCounter(from));
    }
    return VersionVector.of(counters);
  }

  private static CanonicalWriter writeContext(CanonicalWriter to, CausalContext context) {
    writeVector(to, context.vector());
    return writeDots(to, List.copyOf(context.earlyDots()));
  }

  private static CausalContext readContext(CanonicalReader from) {
    var vector = readVector(from);
    int start = from.offset();
    var early = readDots(from);
    var context = CausalContext.of(vector).join(CausalContext.of(early));
    if (!context.vector().equals(vector) || context.earlyDots().size() != early.size()) {
      throw new MalformedBytesException("early dots that belong into the vector", start);
    }
    return context;
  }

  static CanonicalWriter writeDots(CanonicalWriter to, List<Dot> sorted) {
    to.varint(sorted.size());
    sorted.forEach(dot -> writeDot(to, dot));
    return to;
  }

  static List<Dot> readDots(CanonicalReader from) {
    int count = from.count(DOT_BYTES_MIN);
    var dots = new ArrayList<Dot>(count);
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var dot = readDot(from);
      if (i > 0 && dot.compareTo(dots.getLast()) <= 0) {
        throw new MalformedBytesException("dots out of order", start);
      }
      dots.add(dot);
    }
    return dots;
  }

  private static CanonicalWriter writeTimestamp(CanonicalWriter to, HybridTimestamp timestamp) {
    return to.u48(timestamp.wallMillis()).u16(timestamp.counter());
  }

  private static HybridTimestamp readTimestamp(CanonicalReader from) {
    int start = from.offset();
    long wallMillis = from.u48();
    if (wallMillis > HybridTimestamp.WALL_MILLIS_MAX) {
      throw new MalformedBytesException("wall time out of range", start);
    }
    return new HybridTimestamp(wallMillis, from.u16());
  }

  private static long readCounter(CanonicalReader from) {
    int start = from.offset();
    long counter = from.varint();
    if (counter == 0) {
      throw new MalformedBytesException("counter below 1", start);
    }
    return counter;
  }
}
