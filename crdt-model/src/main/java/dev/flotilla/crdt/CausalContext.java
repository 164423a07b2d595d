package dev.flotilla.crdt;

import static java.util.Collections.unmodifiableSortedSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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

  /// No dot.
  public static final CausalContext EMPTY = new CausalContext(VersionVector.EMPTY, List.of());

  private final VersionVector vector;

  /// Sorted, without duplicates.
  private final List<Dot> early;

  private CausalContext(VersionVector vector, List<Dot> early) {
    this.vector = vector;
    this.early = early;
  }

  /// All dots up to the vector: the context of a full state without holes.
  public static CausalContext of(VersionVector vector) {
    return vector.isEmpty() ? EMPTY : new CausalContext(vector, List.of());
  }

  /// Exactly these dots.
  public static CausalContext of(Dot... dots) {
    return of(Arrays.asList(dots));
  }

  /// Exactly these dots.
  public static CausalContext of(Collection<Dot> dots) {
    return compacted(VersionVector.EMPTY, sorted(dots));
  }

  /// Whether the dot is in the set. Costs O(log replicas + log early dots).
  public boolean contains(Dot dot) {
    return vector.contains(dot) || Collections.binarySearch(early, dot) >= 0;
  }

  /// This set and the dot.
  public CausalContext with(Dot dot) {
    if (contains(dot)) {
      return this;
    }
    return compacted(vector, union(early, List.of(dot)));
  }

  @Override
  public CausalContext join(CausalContext other) {
    if (dominates(other)) {
      return this;
    }
    if (other.dominates(this)) {
      return other;
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
    return unmodifiableSortedSet(new TreeSet<>(early));
  }

  /// Whether the set has no dot.
  public boolean isEmpty() {
    return vector.isEmpty() && early.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CausalContext context
        && vector.equals(context.vector)
        && early.equals(context.early);
  }

  @Override
  public int hashCode() {
    return 31 * vector.hashCode() + early.hashCode();
  }

  @Override
  public String toString() {
    return early.isEmpty() ? vector.toString() : vector + " and " + early;
  }

  private boolean containsAll(List<Dot> dots) {
    for (var dot : dots) {
      if (!contains(dot)) {
        return false;
      }
    }
    return true;
  }

  /// Moves the dots that the vector reaches into it.
  ///
  /// @param dots sorted; may lie below the vector
  private static CausalContext compacted(VersionVector vector, List<Dot> dots) {
    var reached = vector;
    var early = new ArrayList<Dot>(dots.size());
    for (var dot : dots) {
      long next = reached.get(dot.replica()) + 1;
      if (dot.counter() == next) {
        reached = reached.with(dot.replica(), next);
      } else if (dot.counter() > next) {
        early.add(dot);
      }
    }
    return early.isEmpty() ? of(reached) : new CausalContext(reached, List.copyOf(early));
  }

  private static List<Dot> union(List<Dot> one, List<Dot> two) {
    if (one.isEmpty()) {
      return two;
    }
    if (two.isEmpty()) {
      return one;
    }
    var all = new ArrayList<Dot>(one.size() + two.size());
    all.addAll(one);
    all.addAll(two);
    return sorted(all);
  }

  private static List<Dot> sorted(Collection<Dot> dots) {
    return dots.size() < 2 ? List.copyOf(dots) : List.copyOf(new TreeSet<>(dots));
  }
}
