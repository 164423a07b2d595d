package dev.flotilla.crdt;

import static java.util.Collections.unmodifiableSortedSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A set of dots: a vector for the runs without holes, and the dots that came early.
///
/// Immutable and always compacted: no early dot lies within or directly above the vector, so equal
/// sets are equal values. A state that got its deltas in causal order has no early dots.
///
/// In a [Causal] a context claims: "what I contain and my store does not, is dead". So the context
/// of a delta contains exactly its new dots and the dots they supersede.
///
/// @see <a href="https://arxiv.org/abs/1603.01529">Almeida, Shoker, Baquero: Delta State Replicated
///   Data Types, section 7.2</a>
public final class CausalContext implements JoinSemilattice<CausalContext> {

  private static final Dot[] NONE = {};

  /// Up to so many dots, one by one is faster than a merge.
  private static final int FEW_MAX = 4;

  /// No dot.
  public static final CausalContext EMPTY = new CausalContext(VersionVector.EMPTY, NONE);

  private final VersionVector vector;

  /// Sorted, without duplicates.
  private final Dot[] early;

  private CausalContext(VersionVector vector, Dot[] early) {
    this.vector = vector;
    this.early = early;
  }

  /// All dots up to the vector: the context of a full state without holes.
  public static CausalContext of(VersionVector vector) {
    return vector.isEmpty() ? EMPTY : new CausalContext(vector, NONE);
  }

  /// Exactly these dots.
  public static CausalContext of(Dot... dots) {
    return ofOwned(dots.clone());
  }

  /// Exactly these dots. Costs O(dots · log dots), and O(dots) if they are sorted.
  public static CausalContext of(Collection<Dot> dots) {
    return ofOwned(dots.toArray(NONE));
  }

  /// Exactly these dots and one more: the context of an edit and of what it ends.
  public static CausalContext of(Collection<Dot> dots, Dot more) {
    var all = dots.toArray(new Dot[dots.size() + 1]);
    all[dots.size()] = more;
    return ofOwned(all);
  }

  /// Whether the dot is in the set. Costs O(log replicas + log early dots).
  public boolean contains(Dot dot) {
    return vector.contains(dot) || Arrays.binarySearch(early, dot) >= 0;
  }

  /// This set and the dot; this set itself if it contains it. Costs O(replicas + early dots), which
  /// is one copy of either.
  public CausalContext with(Dot dot) {
    var next = vector.withNext(dot);
    if (Trie.same(next, vector)) {
      return withEarly(dot);
    }
    return early.length == 0 ? new CausalContext(next, NONE) : compacted(next, early);
  }

  @Override
  public CausalContext join(CausalContext other) {
    if (dominates(other)) {
      return this;
    }
    if (other.dominates(this)) {
      return other;
    }
    if (other.isSmall()) {
      return withAll(other);
    }
    if (isSmall()) {
      return other.withAll(this);
    }
    return compacted(vector.join(other.vector), union(early, other.early));
  }

  /// Whether every dot of `other` is in this set.
  public boolean dominates(CausalContext other) {
    return vector.dominates(other.vector) && containsAll(other.early);
  }

  /// The runs without holes.
  public VersionVector vector() {
    return vector;
  }

  /// The dots above a hole, sorted.
  public SortedSet<Dot> earlyDots() {
    return unmodifiableSortedSet(new TreeSet<>(Arrays.asList(early)));
  }

  /// Whether the set has no dot.
  public boolean isEmpty() {
    return vector.isEmpty() && early.length == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CausalContext context
        && vector.equals(context.vector)
        && Arrays.equals(early, context.early);
  }

  @Override
  public int hashCode() {
    return 31 * vector.hashCode() + Arrays.hashCode(early);
  }

  @Override
  public String toString() {
    return early.length == 0 ? vector.toString() : vector + " and " + earlyDots();
  }

  /// Whether this is likely to be the context of an edit.
  private boolean isSmall() {
    return early.length <= FEW_MAX && vector.size() <= FEW_MAX;
  }

  private CausalContext withAll(CausalContext other) {
    var joined = vector.join(other.vector);
    var all = Trie.same(joined, vector) ? this : compacted(joined, early);
    for (var dot : other.early) {
      all = all.with(dot);
    }
    return all;
  }

  private static CausalContext ofOwned(Dot[] dots) {
    Arrays.sort(dots);
    return isEarly(dots)
        ? new CausalContext(VersionVector.EMPTY, dots)
        : compacted(VersionVector.EMPTY, dots);
  }

  /// Whether no dot is the first of its replica, and none occurs twice.
  private static boolean isEarly(Dot[] sorted) {
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i].counter() == 1 || (i > 0 && sorted[i].equals(sorted[i - 1]))) {
        return false;
      }
    }
    return sorted.length > 0;
  }

  /// @param dot not the next one of its replica
  private CausalContext withEarly(Dot dot) {
    int at = -Arrays.binarySearch(early, dot) - 1;
    if (at < 0 || vector.contains(dot)) {
      return this;
    }
    var longer = new Dot[early.length + 1];
    System.arraycopy(early, 0, longer, 0, at);
    longer[at] = dot;
    System.arraycopy(early, at, longer, at + 1, early.length - at);
    return new CausalContext(vector, longer);
  }

  private boolean containsAll(Dot[] dots) {
    for (var dot : dots) {
      if (!contains(dot)) {
        return false;
      }
    }
    return true;
  }

  /// Moves the dots that the vector reaches into it, in one pass.
  ///
  /// @param dots sorted; may lie below the vector and occur twice
  private static CausalContext compacted(VersionVector vector, Dot[] dots) {
    var reached = new VersionVector.Growing(dots.length);
    var early = new Dot[dots.length];
    int earlyCount = 0;
    int at = 0;
    while (at < dots.length) {
      var replica = dots[at].replica();
      long seen = vector.get(replica);
      long top = seen;
      long last = seen;
      for (; at < dots.length && dots[at].replica().equals(replica); at++) {
        long counter = dots[at].counter();
        if (counter == top + 1) {
          top = counter;
        } else if (counter > top && counter != last) {
          early[earlyCount++] = dots[at];
        }
        last = counter;
      }
      if (top > seen) {
        reached.append(replica.high(), replica.low(), top);
      }
    }
    var whole = vector.join(reached.finish());
    return earlyCount == 0 ? of(whole) : new CausalContext(whole, Arrays.copyOf(early, earlyCount));
  }

  /// Sorted like both; what is in both, occurs twice.
  private static Dot[] union(Dot[] one, Dot[] two) {
    if (one.length == 0) {
      return two;
    }
    if (two.length == 0) {
      return one;
    }
    var all = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    // Two runs, which the sort finds and merges in one pass.
    Arrays.sort(all);
    return all;
  }
}
