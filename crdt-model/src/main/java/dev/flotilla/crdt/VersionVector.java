package dev.flotilla.crdt;

import static java.util.Collections.unmodifiableSortedMap;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Per replica, the highest operation seen, with all operations below it seen as well.
///
/// Immutable. Replicas that nothing was seen of have no entry, so equal knowledge is an equal
/// value. [#get] costs O(log replicas); [#join] and [#compare] are one linear pass.
///
/// @see <a href="https://doi.org/10.1109/TSE.1983.236733">Parker et al. 1983, Detection of Mutual
///   Inconsistency in Distributed Systems</a>
public final class VersionVector implements JoinSemilattice<VersionVector> {

  /// Nothing seen.
  public static final VersionVector EMPTY = new VersionVector(new long[0], new long[0]);

  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int WORDS = 2;

  /// Counters between two looks at what a comparison has found.
  private static final int COMPARED_AT_ONCE = 256;

  /// Two words a replica, high and low, sorted. Versions of a vector share them until another
  /// replica comes in, and most joins need not look at them.
  private final long[] replicas;

  /// The counter of each replica, above 0.
  private final long[] counters;

  private VersionVector(long[] replicas, long[] counters) {
    this.replicas = replicas;
    this.counters = counters;
  }

  /// The vector with these counters; counters of 0 are left out.
  ///
  /// @throws IllegalArgumentException if a counter is negative
  public static VersionVector of(Map<ReplicaId, Long> counters) {
    var vector = new Growing(counters.size());
    new TreeMap<>(counters)
        .forEach((replica, counter) -> {
          if (counter < 0) {
            throw new IllegalArgumentException("counter below 0: " + counter);
          }
          if (counter > 0) {
            vector.append(replica.high(), replica.low(), counter);
          }
        });
    return vector.finish();
  }

  /// The highest operation seen of `replica`, 0 if none.
  public long get(ReplicaId replica) {
    int at = find(replica);
    return at < 0 ? 0 : counters[at];
  }

  /// Whether the operation was seen.
  public boolean contains(Dot dot) {
    return dot.counter() <= get(dot.replica());
  }

  /// This vector with `counter` as the highest operation seen of `replica`.
  ///
  /// @throws IllegalArgumentException if that is below 1 or takes back what was seen
  public VersionVector with(ReplicaId replica, long counter) {
    int at = find(replica);
    long seen = at < 0 ? 0 : counters[at];
    if (counter < 1 || counter < seen) {
      throw new IllegalArgumentException(
          "counter " + counter + " of " + replica + " is below " + Math.max(1, seen));
    }
    if (counter == seen) {
      return this;
    }
    return at < 0 ? inserted(-at - 1, replica, counter) : raised(at, counter);
  }

  /// This vector and the dot if that is the next of its replica, this vector itself if it is not.
  VersionVector withNext(Dot dot) {
    int at = find(dot.replica());
    long next = at < 0 ? 1 : counters[at] + 1;
    if (dot.counter() != next) {
      return this;
    }
    return at < 0 ? inserted(-at - 1, dot.replica(), next) : raised(at, next);
  }

  @Override
  public VersionVector join(VersionVector other) {
    if (other.isEmpty()) {
      return this;
    }
    boolean same = sameReplicas(other);
    return switch (same ? compareCounters(other) : compareEntries(other)) {
      case EQUAL, AFTER -> this;
      case BEFORE -> other;
      case CONCURRENT -> same ? mergedCounters(other) : mergedEntries(other);
    };
  }

  /// How the history up to this vector relates to the history up to `other`.
  public CausalOrder compare(VersionVector other) {
    return sameReplicas(other) ? compareCounters(other) : compareEntries(other);
  }

  /// Whether this vector has seen everything that `other` has seen.
  public boolean dominates(VersionVector other) {
    // Counters are above 0, so a vector with fewer replicas lacks something.
    if (other.isEmpty() || size() < other.size()) {
      return other.isEmpty();
    }
    return switch (compare(other)) {
      case EQUAL, AFTER -> true;
      case BEFORE, CONCURRENT -> false;
    };
  }

  /// A copy, sorted by replica, that cannot be changed.
  public SortedMap<ReplicaId, Long> asMap() {
    var map = new TreeMap<ReplicaId, Long>();
    forEach(map::put);
    return unmodifiableSortedMap(map);
  }

  /// Visits the entries in the order of the replicas.
  public void forEach(ObjLongConsumer<ReplicaId> visitor) {
    for (int at = 0; at < counters.length; at++) {
      var replica = new ReplicaId(replicas[WORDS * at + HIGH], replicas[WORDS * at + LOW]);
      visitor.accept(replica, counters[at]);
    }
  }

  /// Whether nothing was seen.
  public boolean isEmpty() {
    return counters.length == 0;
  }

  /// The number of replicas that something was seen of.
  public int size() {
    return counters.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionVector vector
        && Arrays.equals(counters, vector.counters)
        && sameReplicas(vector);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(replicas) + Arrays.hashCode(counters);
  }

  /// Short names and counters, such as `{0a1b2c3d:4, 99887766:1}`.
  @Override
  public String toString() {
    return asMap().entrySet().stream()
        .map(entry -> entry.getKey().shortName() + ":" + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private VersionVector raised(int at, long counter) {
    long[] next = counters.clone();
    next[at] = counter;
    return new VersionVector(replicas, next);
  }

  private VersionVector inserted(int at, ReplicaId replica, long counter) {
    var next = new Growing(size() + 1);
    next.appendAll(this, 0, at);
    next.append(replica.high(), replica.low(), counter);
    next.appendAll(this, at, size());
    return next.finish();
  }

  private boolean sameReplicas(VersionVector other) {
    return Arrays.equals(replicas, other.replicas);
  }

  private CausalOrder compareCounters(VersionVector other) {
    // Counters are never negative, so the sign of a difference tells which is greater; without
    // branches, many of them are compared at once, and only then is looked whether both sides have
    // something that the other lacks.
    long signs = 0;
    long otherSigns = 0;
    int at = 0;
    while (at < counters.length && (signs & otherSigns) >= 0) {
      int end = Math.min(at + COMPARED_AT_ONCE, counters.length);
      for (; at < end; at++) {
        signs |= counters[at] - other.counters[at];
        otherSigns |= other.counters[at] - counters[at];
      }
    }
    return order(otherSigns < 0, signs < 0);
  }

  private CausalOrder compareEntries(VersionVector other) {
    boolean more = false;
    boolean less = false;
    int mine = 0;
    int theirs = 0;
    while (!(more && less) && (mine < size() || theirs < other.size())) {
      int order = compareReplicas(mine, other, theirs);
      long counter = order <= 0 ? counters[mine++] : 0;
      long otherCounter = order >= 0 ? other.counters[theirs++] : 0;
      more |= counter > otherCounter;
      less |= counter < otherCounter;
    }
    return order(more, less);
  }

  private static CausalOrder order(boolean more, boolean less) {
    if (more) {
      return less ? CausalOrder.CONCURRENT : CausalOrder.AFTER;
    }
    return less ? CausalOrder.BEFORE : CausalOrder.EQUAL;
  }

  private VersionVector mergedCounters(VersionVector other) {
    long[] greater = new long[counters.length];
    for (int at = 0; at < greater.length; at++) {
      greater[at] = Math.max(counters[at], other.counters[at]);
    }
    return new VersionVector(replicas, greater);
  }

  private VersionVector mergedEntries(VersionVector other) {
    var union = new Growing(size() + other.size());
    int mine = 0;
    int theirs = 0;
    while (mine < size() && theirs < other.size()) {
      int order = compareReplicas(mine, other, theirs);
      var from = order <= 0 ? this : other;
      int at = order <= 0 ? mine : theirs;
      long counter = order <= 0 ? counters[mine++] : 0;
      long otherCounter = order >= 0 ? other.counters[theirs++] : 0;
      long high = from.replicas[WORDS * at + HIGH];
      union.append(high, from.replicas[WORDS * at + LOW], Math.max(counter, otherCounter));
    }
    union.appendAll(this, mine, size());
    union.appendAll(other, theirs, other.size());
    return union.finish();
  }

  /// The position of the replica's entry, or minus (where it belongs + 1).
  private int find(ReplicaId replica) {
    int below = 0;
    int above = size();
    while (below < above) {
      int middle = (below + above) >>> 1;
      int order = compareWords(replicas, middle, replica.high(), replica.low());
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return -below - 1;
  }

  /// An end of a vector counts as greater than every replica.
  private int compareReplicas(int at, VersionVector other, int otherAt) {
    if (at == size()) {
      return 1;
    }
    if (otherAt == other.size()) {
      return -1;
    }
    long[] words = other.replicas;
    return compareWords(replicas, at, words[WORDS * otherAt + HIGH], words[WORDS * otherAt + LOW]);
  }

  private static int compareWords(long[] words, int at, long high, long low) {
    int byHigh = Long.compareUnsigned(words[WORDS * at + HIGH], high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(words[WORDS * at + LOW], low);
  }

  /// Entries appended in the order of the replicas.
  static final class Growing {
    private final long[] replicas;
    private final long[] counters;
    private int size;

    Growing(int sizeMax) {
      replicas = new long[WORDS * sizeMax];
      counters = new long[sizeMax];
    }

    void append(long high, long low, long counter) {
      replicas[WORDS * size + HIGH] = high;
      replicas[WORDS * size + LOW] = low;
      counters[size] = counter;
      size++;
    }

    /// The entries of a vector from one index up to another.
    void appendAll(VersionVector vector, int start, int end) {
      int count = end - start;
      System.arraycopy(vector.replicas, WORDS * start, replicas, WORDS * size, WORDS * count);
      System.arraycopy(vector.counters, start, counters, size, count);
      size += count;
    }

    VersionVector finish() {
      if (size == 0) {
        return EMPTY;
      }
      return size == counters.length
          ? new VersionVector(replicas, counters)
          : new VersionVector(Arrays.copyOf(replicas, WORDS * size), Arrays.copyOf(counters, size));
    }
  }
}
