package dev.flotilla.net;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what somebody may have meant to type.
public final class Suggestions {
  private Suggestions() {}

  /// The name that is nearest to `typed`, if it is near at all: one edit for every three
  /// characters.
  public static Optional<String> nearest(String typed, Collection<String> names) {
    int most = Math.max(1, (typed.length() + 2) / 3);
    return names.stream()
        .filter(name -> distance(typed, name) <= most)
        .min(Comparator.comparingInt((String name) -> distance(typed, name)).thenComparing(n -> n));
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other
  /// (optimal string alignment).
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
