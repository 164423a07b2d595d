package dev.flotilla.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing list shorter while it still fails.
///
/// @see <a href="https://doi.org/10.1109/32.988498">Zeller, Hildebrandt 2002, Simplifying and
///   Isolating Failure-Inducing Input</a>
public final class Shrinker {

  private Shrinker() {}

  /// A part of `failing`, in the same order, that fails and from which nothing can be left out.
  /// Costs O(n²) checks at worst.
  ///
  /// @param fails must give the same answer for the same list
  /// @throws IllegalArgumentException if `failing` does not fail
  public static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
    if (!fails.test(failing)) {
      throw new IllegalArgumentException("does not fail: " + failing);
    }
    var shortest = List.copyOf(failing);
    int chunk = Math.max(1, shortest.size() / 2);
    while (true) {
      var shorter = withoutChunks(shortest, chunk, fails);
      if (chunk == 1 && shorter.size() == shortest.size()) {
        return shorter;
      }
      shortest = shorter;
      chunk = Math.max(1, chunk / 2);
    }
  }

  private static <T> List<T> withoutChunks(List<T> list, int chunk, Predicate<List<T>> fails) {
    var kept = list;
    int from = 0;
    while (from < kept.size()) {
      var candidate = new ArrayList<>(kept);
      candidate.subList(from, Math.min(from + chunk, kept.size())).clear();
      if (fails.test(candidate)) {
        kept = List.copyOf(candidate);
      } else {
        from += chunk;
      }
    }
    return kept;
  }
}
