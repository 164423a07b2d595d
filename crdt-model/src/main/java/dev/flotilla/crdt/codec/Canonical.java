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
/// | context | count varint, then (replica 16, whole varint, early) in the order of the replicas |
/// | early | count varint, then for each early dot a step varint |
/// | timestamp | wall time u48, counter u16 |
///
/// All dots of a replica up to the counter `whole` are in the context. A step is how far an early
/// dot is above the least that it could be: `whole + 2` for the first, and one above the dot before
/// for the others.
public final class Canonical {

  private static final int DOT_BYTES_MIN = ReplicaId.BYTES + 1;
  private static final int CONTEXT_ENTRY_BYTES_MIN = ReplicaId.BYTES + 2;

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
    var early = new TreeMap<ReplicaId, List<Long>>();
    context.vector().forEach((replica, _) -> early.put(replica, new ArrayList<>()));
    for (var dot : context.earlyDots()) {
      early.computeIfAbsent(dot.replica(), _ -> new ArrayList<>()).add(dot.counter());
    }
    to.varint(early.size());
    early.forEach((replica, counters) -> {
      long whole = context.vector().get(replica);
      to.replicaId(replica).varint(whole).varint(counters.size());
      long least = whole + 2;
      for (long counter : counters) {
        to.varint(counter - least);
        least = counter + 1;
      }
    });
    return to;
  }

  private static CausalContext readContext(CanonicalReader from) {
    int count = from.count(CONTEXT_ENTRY_BYTES_MIN);
    var vector = new TreeMap<ReplicaId, Long>();
    var early = new ArrayList<Dot>();
    ReplicaId last = null;
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var replica = from.replicaId();
      if (last != null && replica.compareTo(last) <= 0) {
        throw new MalformedBytesException("replicas out of order", start);
      }
      last = replica;
      long whole = from.varint();
      vector.put(replica, whole);
      int steps = from.count(1);
      if (whole == 0 && steps == 0) {
        throw new MalformedBytesException("replica without dots", start);
      }
      long counter = whole + 1;
      for (int j = 0; j < steps; j++) {
        long step = from.varint();
        if (step >= Long.MAX_VALUE - counter) {
          throw new MalformedBytesException("counter above 2^63 - 1", start);
        }
        counter += step + 1;
        early.add(new Dot(replica, counter));
      }
    }
    return CausalContext.of(VersionVector.of(vector)).join(CausalContext.of(early));
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
