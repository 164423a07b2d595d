package dev.flotilla.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// Which rules of a list are which of another that takes its place, so that a rule stays the same
/// rule: people see it edited or moved, not removed and written anew.
///
/// Equal rules are the same, then those of one condition, then those of one outcome at one place.
/// Cost: O(n²) for n rules, of which there are [ModelLimits#RULES_MAX] at most.
public final class RuleMatching {
  private RuleMatching() {}

  /// For each rule of `after` the index of the rule of `before` that it is, or none if it is new.
  public static List<Optional<Integer>> match(List<RuleDraft> before, List<RuleDraft> after) {
    var matched = new ArrayList<Optional<Integer>>();
    after.forEach(_ -> matched.add(Optional.empty()));
    var free = new TreeSet<Integer>();
    for (int at = 0; at < before.size(); at++) {
      free.add(at);
    }
    pair(before, after, matched, free, RuleDraft::equals);
    pair(before, after, matched, free, (old, now) -> old.condition().equals(now.condition()));
    for (int at = 0; at < after.size(); at++) {
      boolean sameOutcome =
          at < before.size() && before.get(at).outcome().equals(after.get(at).outcome());
      if (matched.get(at).isEmpty() && sameOutcome && free.remove(at)) {
        matched.set(at, Optional.of(at));
      }
    }
    return List.copyOf(matched);
  }

  private static void pair(
      List<RuleDraft> before,
      List<RuleDraft> after,
      List<Optional<Integer>> matched,
      NavigableSet<Integer> free,
      BiPredicate<RuleDraft, RuleDraft> same) {
    for (int at = 0; at < after.size(); at++) {
      if (matched.get(at).isPresent()) {
        continue;
      }
      for (int candidate : free) {
        if (same.test(before.get(candidate), after.get(at))) {
          matched.set(at, Optional.of(candidate));
          free.remove(candidate);
          break;
        }
      }
    }
  }

  /// Which of the matched rules need not be moved: the most that are in their old order. Returns
  /// indexes of `after`.
  public static Set<Integer> staying(List<Optional<Integer>> matched) {
    var best = new ArrayList<List<Integer>>();
    List<Integer> longest = List.of();
    for (int at = 0; at < matched.size(); at++) {
      List<Integer> run = new ArrayList<>();
      if (matched.get(at).isPresent()) {
        int old = matched.get(at).get();
        for (int earlier = 0; earlier < at; earlier++) {
          boolean inOrder = matched.get(earlier).isPresent() && matched.get(earlier).get() < old;
          if (inOrder && best.get(earlier).size() > run.size()) {
            run = new ArrayList<>(best.get(earlier));
          }
        }
        run.add(at);
      }
      best.add(run);
      longest = run.size() > longest.size() ? run : longest;
    }
    return new HashSet<>(longest);
  }
}
