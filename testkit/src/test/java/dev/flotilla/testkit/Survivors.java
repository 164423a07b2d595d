package dev.flotilla.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is left of some edits, worked out from who had seen what.
final class Survivors {

  private Survivors() {}

  /// The edits that no other edit of the same place has seen, in the order of their dots.
  static <E> List<Event<E>> of(Collection<Event<E>> seen, Function<E, Object> place) {
    return seen.stream()
        .filter(event ->
            seen.stream()
                .filter(later -> place.apply(later.edit()).equals(place.apply(event.edit())))
                .noneMatch(later -> later.hasSeen(event)))
        .sorted(byDot())
        .toList();
  }

  /// The edit with the greatest timestamp, and of several the one with the greatest dot.
  static <E> Optional<Event<E>> latest(Collection<Event<E>> events) {
    return events.stream()
        .max(
            comparingLong((Event<E> event) -> event.at().wallMillis())
                .thenComparingInt(event -> event.at().counter())
                .thenComparing(byDot()));
  }

  private static <E> Comparator<Event<E>> byDot() {
    return comparing((Event<E> event) -> event.dot().replica().toString())
        .thenComparingLong(event -> event.dot().counter());
  }
}
