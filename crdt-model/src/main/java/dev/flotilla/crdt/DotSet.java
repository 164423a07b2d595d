package dev.flotilla.crdt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Dots that carry nothing: something is there because somebody said so.
///
/// As small as the number of authors who said so at the same time, hence a plain list.
///
/// @param dots sorted, without duplicates
public record DotSet(List<Dot> dots) implements DotStore<DotSet> {

  /// No dot.
  public static final DotSet EMPTY = new DotSet(List.of());

  public DotSet {
    dots = List.copyOf(dots);
    for (int i = 1; i < dots.size(); i++) {
      if (dots.get(i - 1).compareTo(dots.get(i)) >= 0) {
        throw new IllegalArgumentException("dots out of order: " + dots);
      }
    }
  }

  /// These dots, in any order.
  public static DotSet of(Collection<Dot> dots) {
    return dots.isEmpty() ? EMPTY : new DotSet(new ArrayList<>(new TreeSet<>(dots)));
  }

  /// One dot.
  public static DotSet of(Dot dot) {
    return new DotSet(List.of(dot));
  }

  @Override
  public boolean isEmpty() {
    return dots.isEmpty();
  }

  @Override
  public DotSet join(CausalContext seen, DotSet other, CausalContext otherSeen) {
    var alive = new ArrayList<Dot>(dots.size() + other.dots.size());
    for (var dot : dots) {
      if (!otherSeen.contains(dot) || other.dots.contains(dot)) {
        alive.add(dot);
      }
    }
    int mine = alive.size();
    for (var dot : other.dots) {
      if (!seen.contains(dot)) {
        alive.add(dot);
      }
    }
    return mine == dots.size() && mine == alive.size() ? this : of(alive);
  }

  @Override
  public DotSet bottom() {
    return EMPTY;
  }

  @Override
  public void forEachDot(Consumer<? super Dot> visitor) {
    dots.forEach(visitor);
  }
}
