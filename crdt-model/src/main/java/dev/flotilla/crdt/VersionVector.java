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
  public static final VersionVector EMPTY = new VersionVector(new long[0]);

  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int COUNTER = 2;
  private static final int WORDS = 3;

  /// Three words an entry: high, low, counter. Sorted by replica, counters above 0.
  private final long[] words;

  private VersionVector(long[] words) {
    this.words = words;
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
    return at < 0 ? 0 : words[at + COUNTER];
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
    long seen = at < 0 ? 0 : words[at + COUNTER];
    if (counter < 1 || counter < seen) {
      throw new IllegalArgumentException(
          "counter " + counter + " of " + replica + " is below " + Math.max(1, seen));
    }
    if (counter == seen) {
      return this;
    }
    if (at >= 0) {
      long[] raised = words.clone();
      raised[at + COUNTER] = counter;
      return new VersionVector(raised);
    }
    int gap = -at - 1;
    long[] longer = new long[words.length + WORDS];
    System.arraycopy(words, 0, longer, 0, gap);
    longer[gap + HIGH] = replica.high();
    longer[gap + LOW] = replica.low();
    longer[gap + COUNTER] = counter;
    System.arraycopy(words, gap, longer, gap + WORDS, words.length - gap);
    return new VersionVector(longer);
  }

  @Override
  public VersionVector join(VersionVector other) {
    return switch (compare(other)) {
      case EQUAL, AFTER -> this;
      case BEFORE -> other;
      case CONCURRENT -> merged(other);
    };
  }

  /// How the history up to this vector relates to the history up to `other`.
  public CausalOrder compare(VersionVector other) {
    boolean more = false;
    boolean less = false;
    int mine = 0;
    int theirs = 0;
    while (mine < words.length || theirs < other.words.length) {
      int order = compareReplicas(this, mine, other, theirs);
      long counter = order <= 0 ? words[mine + COUNTER] : 0;
      long otherCounter = order >= 0 ? other.words[theirs + COUNTER] : 0;
      more |= counter > otherCounter;
      less |= counter < otherCounter;
      mine += order <= 0 ? WORDS : 0;
      theirs += order >= 0 ? WORDS : 0;
    }
    if (more) {
      return less ? CausalOrder.CONCURRENT : CausalOrder.AFTER;
    }
    return less ? CausalOrder.BEFORE : CausalOrder.EQUAL;
  }

  /// Whether this vector has seen everything that `other` has seen.
  public boolean dominates(VersionVector other) {
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
    for (int at = 0; at < words.length; at += WORDS) {
      visitor.accept(new ReplicaId(words[at + HIGH], words[at + LOW]), words[at + COUNTER]);
    }
  }

  /// Whether nothing was seen.
  public boolean isEmpty() {
    return words.length == 0;
  }

  /// The number of replicas that something was seen of.
  public int size() {
    return words.length / WORDS;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionVector vector && Arrays.equals(words, vector.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /// Short names and counters, such as `{0a1b2c3d:4, 99887766:1}`.
  @Override
  public String toString() {
    return asMap().entrySet().stream()
        .map(entry -> entry.getKey().shortName() + ":" + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private VersionVector merged(VersionVector other) {
    var union = new Growing(size() + other.size());
    int mine = 0;
    int theirs = 0;
    while (mine < words.length || theirs < other.words.length) {
      int order = compareReplicas(this, mine, other, theirs);
      if (order < 0) {
        union.append(words[mine + HIGH], words[mine + LOW], words[mine + COUNTER]);
      } else {
        long known = order == 0 ? words[mine + COUNTER] : 0;
        long[] from = other.words;
        union.append(
            from[theirs + HIGH], from[theirs + LOW], Math.max(known, from[theirs + COUNTER]));
      }
      mine += order <= 0 ? WORDS : 0;
      theirs += order >= 0 ? WORDS : 0;
    }
    return union.finish();
  }

  /// The position of the replica's entry, or minus (where it belongs + 1).
  private int find(ReplicaId replica) {
    int below = 0;
    int above = size();
    while (below < above) {
      int middle = (below + above) >>> 1;
      int order = compareWords(words, middle * WORDS, replica.high(), replica.low());
      if (order == 0) {
        return middle * WORDS;
      }
      if (order < 0) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return -(below * WORDS) - 1;
  }

  /// An end of a vector counts as greater than every replica.
  private static int compareReplicas(VersionVector one, int oneAt, VersionVector two, int twoAt) {
    if (oneAt == one.words.length) {
      return 1;
    }
    if (twoAt == two.words.length) {
      return -1;
    }
    return compareWords(one.words, oneAt, two.words[twoAt + HIGH], two.words[twoAt + LOW]);
  }

  private static int compareWords(long[] words, int at, long high, long low) {
    int byHigh = Long.compareUnsigned(words[at + HIGH], high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(words[at + LOW], low);
  }

  /// Entries appended in the order of the replicas.
  private static final class Growing {
    private final long[] room;
    private int used;

    Growing(int entriesMax) {
      room = new long[entriesMax * WORDS];
    }

    void append(long high, long low, long counter) {
      room[used + HIGH] = high;
      room[used + LOW] = low;
      room[used + COUNTER] = counter;
      used += WORDS;
    }

    VersionVector finish() {
      return used == 0 ? EMPTY : new VersionVector(Arrays.copyOf(room, used));
    }
  }
}
