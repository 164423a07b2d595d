package dev.flotilla.crdt.codec;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Short names for the dots of a context: the place of the replica in the context, and how far the
/// counter is from the dot of that replica before. For one store, written or read once.
///
/// The distance is `(counter - counter before - 1) mod (greatest counter of the replica)`. So it is
/// 0 from one edit to the next, never takes more bytes than the counter itself would, and each
/// counter has one form.
final class DotTable {

  private static final int DOT_BYTES_MIN = 2;

  private final CausalContext context;
  private final boolean holed;
  private final ReplicaId[] replicas;
  private final long[] greatest;

  /// The last counter that was written or read of each replica, 0 before the first.
  private final long[] before;

  DotTable(CausalContext context) {
    var counters = new TreeMap<ReplicaId, Long>();
    context.vector().forEach(counters::put);
    context.earlyDots().forEach(dot -> counters.put(dot.replica(), dot.counter()));
    this.context = context;
    holed = !context.earlyDots().isEmpty();
    replicas = counters.keySet().toArray(new ReplicaId[0]);
    greatest = counters.values().stream().mapToLong(Long::longValue).toArray();
    before = new long[greatest.length];
  }

  /// @param sorted all of them in the context
  void write(CanonicalWriter to, List<Dot> sorted) {
    int count = sorted.size();
    if (count == 0) {
      to.varint(0);
    } else if (count == 1) {
      var dot = sorted.getFirst();
      int replica = indexOf(dot);
      to.varint(1L + replica).varint(distance(replica, dot));
    } else {
      to.varint((long) replicas.length + count - 1);
      for (var dot : sorted) {
        int replica = indexOf(dot);
        to.varint(replica).varint(distance(replica, dot));
      }
    }
  }

  List<Dot> read(CanonicalReader from) {
    int start = from.offset();
    long head = from.varint();
    if (head == 0) {
      return List.of();
    }
    if (head <= replicas.length) {
      return List.of(dot(from, (int) head - 1));
    }
    long count = head - replicas.length + 1;
    if (count > from.remaining() / DOT_BYTES_MIN) {
      throw new MalformedBytesException("more dots than bytes left for: " + count, start);
    }
    var dots = new ArrayList<Dot>((int) count);
    for (int i = 0; i < count; i++) {
      int dotStart = from.offset();
      long replica = from.varint();
      if (replica >= replicas.length) {
        throw new MalformedBytesException("unknown replica " + replica, dotStart);
      }
      var dot = dot(from, (int) replica);
      if (i > 0 && dot.compareTo(dots.getLast()) <= 0) {
        throw new MalformedBytesException("dots out of order", dotStart);
      }
      dots.add(dot);
    }
    return dots;
  }

  private int indexOf(Dot dot) {
    int index = Arrays.binarySearch(replicas, dot.replica());
    if (index < 0 || dot.counter() > greatest[index] || (holed && !context.contains(dot))) {
      throw new IllegalArgumentException("dot outside of its context: " + dot);
    }
    return index;
  }

  private long distance(int replica, Dot dot) {
    long distance = dot.counter() - before[replica] - 1;
    before[replica] = dot.counter();
    return distance < 0 ? distance + greatest[replica] : distance;
  }

  private Dot dot(CanonicalReader from, int replica) {
    int start = from.offset();
    long distance = from.varint();
    if (distance >= greatest[replica]) {
      throw new MalformedBytesException("dot outside of its context", start);
    }
    // Unsigned, for the sum of two counters may be above 2^63 - 1.
    long counter = Long.remainderUnsigned(before[replica] + distance, greatest[replica]) + 1;
    before[replica] = counter;
    var dot = new Dot(replicas[replica], counter);
    if (holed && !context.contains(dot)) {
      throw new MalformedBytesException("dot outside of its context", start);
    }
    return dot;
  }
}
