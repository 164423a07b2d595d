package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;

/// The edits that make a list of targeting rules another one. A rule stays the rule it is where the
/// other list has one of its id, or else one that says the same; as few as possible move.
final class RulesBetween {
  private final RuleList list;
  private final List<Rule> before;
  private final Predicate<Slot> scope;

  /// What the list is to be: rules of `before`, by their ids there, and new ones.
  private final List<Target> targets = new ArrayList<>();

  /// @param id none: a rule that is to be added
  private record Target(Optional<String> id, Rule rule) {}

  RulesBetween(RuleList list, List<Rule> before, List<Rule> after, Predicate<Slot> scope) {
    this.list = list;
    this.before = before;
    this.scope = scope;
    var ids = matches(after);
    var here = new HashSet<>(before.stream().map(Rule::id).toList());
    for (var rule : after) {
      var id = Optional.ofNullable(ids.get(rule.id()));
      if (id.isPresent() || (isInScope(rule.id()) && !here.contains(rule.id()))) {
        targets.add(new Target(id, rule));
      }
    }
  }

  /// The ids that rules of the other list have in this one.
  private Map<String, String> matches(List<Rule> after) {
    var left = new HashMap<String, Rule>();
    before.forEach(rule -> left.put(rule.id(), rule));
    var ids = new HashMap<String, String>();
    for (var rule : after) {
      if (left.remove(rule.id()) != null) {
        ids.put(rule.id(), rule.id());
      }
    }
    for (var rule : after) {
      if (!ids.containsKey(rule.id())) {
        before.stream()
            .filter(other -> left.containsKey(other.id()) && other.draft().equals(rule.draft()))
            .findFirst()
            .ifPresent(other -> {
              left.remove(other.id());
              ids.put(rule.id(), other.id());
            });
      }
    }
    return ids;
  }

  private boolean isInScope(String rule) {
    return scope.test(list.ref(rule).presence(list.flag()));
  }

  /// @param seen the writes of a field that are answered
  List<Edit> edits(Function<Slot, Optional<SortedSet<Dot>>> seen) {
    var edits = new ArrayList<Edit>();
    var kept = new HashSet<String>();
    targets.forEach(target -> target.id().ifPresent(kept::add));
    for (var rule : before) {
      if (!kept.contains(rule.id()) && isInScope(rule.id())) {
        edits.add(new Edit.RemoveRule(list.flag().key(), list.environment(), rule.id()));
      }
    }
    for (var target : targets) {
      target.id().ifPresent(id -> edits.addAll(says(id, target.rule(), seen)));
    }
    edits.addAll(order());
    return edits;
  }

  private List<Edit> says(String id, Rule wanted, Function<Slot, Optional<SortedSet<Dot>>> seen) {
    var edits = new ArrayList<Edit>();
    var rule = before.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    var ref = list.ref(id);
    var condition = ref.condition(list.flag());
    if (!rule.condition().equals(wanted.condition()) && scope.test(condition)) {
      var value = wanted.draft().conditionValue();
      edits.add(new Edit.SetField(list.flag(), condition.name(), value, seen.apply(condition)));
    }
    var outcome = ref.outcome(list.flag());
    if (!rule.outcome().equals(wanted.outcome())
        && wanted.outcome().isPresent()
        && scope.test(outcome)) {
      edits.add(
          new Edit.SetField(list.flag(), outcome.name(), wanted.outcome(), seen.apply(outcome)));
    }
    return edits;
  }

  /// Each rule that is new or moves goes directly before the next one that stays, from the first to
  /// the last.
  private List<Edit> order() {
    var staying = staying();
    var edits = new ArrayList<Edit>();
    for (int i = 0; i < targets.size(); i++) {
      var target = targets.get(i);
      if (target.id().filter(staying::contains).isPresent()) {
        continue;
      }
      var place = before(i, staying);
      if (target.id().isPresent()) {
        edits.add(
            new Edit.MoveRule(list.flag().key(), list.environment(), target.id().get(), place));
      } else if (target.rule().outcome().isPresent()) {
        edits.add(
            new Edit.AddRule(list.flag().key(), list.environment(), target.rule().draft(), place));
      }
    }
    return edits;
  }

  private Place before(int at, Set<String> staying) {
    return targets.subList(at, targets.size()).stream()
        .flatMap(target -> target.id().stream())
        .filter(staying::contains)
        .findFirst()
        .<Place>map(Place.Before::new)
        .orElseGet(Place.Last::new);
  }

  /// As many rules as possible that are in the right order already, and those that may not move.
  private Set<String> staying() {
    var places = new HashMap<String, Integer>();
    before.forEach(rule -> places.put(rule.id(), places.size()));
    var ids = targets.stream().flatMap(target -> target.id().stream()).toList();
    var at = ids.stream().mapToInt(places::get).toArray();
    var staying = new HashSet<String>();
    longestAscending(at).forEach(i -> staying.add(ids.get(i)));
    ids.stream()
        .filter(id -> !scope.test(list.ref(id).position(list.flag())))
        .forEach(staying::add);
    return staying;
  }

  /// The indexes of a longest ascending subsequence.
  private static List<Integer> longestAscending(int[] values) {
    var lengths = new int[values.length];
    var previous = new int[values.length];
    Arrays.fill(previous, -1);
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      lengths[i] = 1;
      for (int j = 0; j < i; j++) {
        if (values[j] < values[i] && lengths[j] >= lengths[i]) {
          lengths[i] = lengths[j] + 1;
          previous[i] = j;
        }
      }
      best = best < 0 || lengths[i] > lengths[best] ? i : best;
    }
    var indexes = new ArrayList<Integer>();
    for (int i = best; i >= 0; i = previous[i]) {
      indexes.add(i);
    }
    return indexes.reversed();
  }
}
