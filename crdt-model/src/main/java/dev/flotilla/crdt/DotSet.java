package dev.flotilla.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dots that carry nothing: something is there because somebody said so.
///
/// As small as the number of authors who said so at the same time, which is nearly always one: the
/// first dot lies within the object, so that a set of a million elements takes one small object an
/// element.
public final class DotSet implements DotStore<DotSet> {

  private static final Dot[] NONE = {};

  /// No dot.
  public static final DotSet EMPTY = new DotSet(new ReplicaId(0, 0), 0, NONE);

  private final ReplicaId replica;

  /// The counter of the first dot, 0 if there is none.
  private final long counter;

  /// The dots after the first, sorted.
  private final Dot[] rest;

  private DotSet(ReplicaId replica, long counter, Dot[] rest) {
    this.replica = replica;
    this.counter = counter;
    this.rest = rest;
  }

  /// These dots.
  ///
  /// @param sorted without duplicates
  /// @throws IllegalArgumentException if they are out of order
  public static DotSet ofSorted(List<Dot> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).compareTo(sorted.get(i)) >= 0) {
        throw new IllegalArgumentException("dots out of order: " + sorted);
      }
    }
    return switch (sorted.size()) {
      case 0 -> EMPTY;
      case 1 -> of(sorted.getFirst());
      default -> {
        var first = sorted.getFirst();
        var rest = sorted.subList(1, sorted.size()).toArray(NONE);
        yield new DotSet(first.replica(), first.counter(), rest);
      }
    };
  }

  /// These dots, in any order.
  public static DotSet of(Collection<Dot> dots) {
    return ofSorted(dots.stream().sorted().distinct().toList());
  }

  /// One dot.
  public static DotSet of(Dot dot) {
    return new DotSet(dot.replica(), dot.counter(), NONE);
  }

  /// The dots, sorted, as a list of its own.
  public List<Dot> dots() {
    return switch (size()) {
      case 0 -> List.of();
      case 1 -> List.of(first());
      default -> {
        var dots = new ArrayList<Dot>(size());
        forEachDot(dots::add);
        yield Collections.unmodifiableList(dots);
      }
    };
  }

  /// The number of dots.
  public int size() {
    return counter == 0 ? 0 : 1 + rest.length;
  }

  /// Whether the dot is alive.
  public boolean contains(Dot dot) {
    return (dot.counter() == counter && dot.replica().equals(replica))
        || Arrays.binarySearch(rest, dot) >= 0;
  }

  @Override
  public boolean isEmpty() {
    return counter == 0;
  }

  @Override
  public DotSet join(CausalContext seen, DotSet other, CausalContext otherSeen) {
    if (equals(other)) {
      return this;
    }
    var alive = new ArrayList<Dot>(size() + other.size());
    forEachDot(dot -> {
      if (!otherSeen.contains(dot) || other.contains(dot)) {
        alive.add(dot);
      }
    });
    int mine = alive.size();
    other.forEachDot(dot -> {
      if (!seen.contains(dot)) {
        alive.add(dot);
      }
    });
    if (alive.size() == mine && mine == size()) {
      return this;
    }
    return mine == 0 && alive.size() == other.size() ? other : of(alive);
  }

  @Override
  public DotSet bottom() {
    return EMPTY;
  }

  @Override
  public void forEachDot(Consumer<? super Dot> visitor) {
    if (counter != 0) {
      visitor.accept(first());
      for (var dot : rest) {
        visitor.accept(dot);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DotSet set
        && counter == set.counter
        && replica.equals(set.replica)
        && Arrays.equals(rest, set.rest);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * replica.hashCode() + Long.hashCode(counter)) + Arrays.hashCode(rest);
  }

  @Override
  public String toString() {
    return dots().toString();
  }

  private Dot first() {
    return new Dot(replica, counter);
  }
}
