package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts the rules of a flag together from its slots. For one thread.
final class RuleReading {
  /// A rule and the position that counts for it; none if a write of another program left it without
  /// a place.
  record Placed(Rule rule, Optional<Dot> position) {}

  private static final class Parts {
    private boolean there;
    private Value condition = Value.absent();
    private Value outcome = Value.absent();
    private @Nullable Dot position;
  }

  private final SortedMap<String, SortedMap<String, Parts>> lists = new TreeMap<>();

  /// The rules of a flag in one environment, in their order.
  static List<Placed> read(Entity flag, String environment) {
    var reading = new RuleReading();
    flag.forEachSlot(reading::add);
    return reading.placed(flag).getOrDefault(environment, List.of());
  }

  /// Notes a slot, if it belongs to a rule.
  void add(Slot slot, DotFun<Stamped<Value>> siblings) {
    switch (slot) {
      case Slot.Presence _ -> {}
      case Slot.Element element ->
          RuleRef.of(element).ifPresent(rule -> parts(rule).there = Contents.isThere(siblings));
      case Slot.Field(_, var name) -> add(FieldPath.parse(name), siblings);
    }
  }

  void add(FieldPath path, DotFun<Stamped<Value>> siblings) {
    var rule = RuleRef.of(path);
    if (rule.isEmpty()) {
      return;
    }
    var parts = parts(rule.get());
    if (path instanceof FieldPath.Condition) {
      parts.condition = Contents.value(siblings);
    } else if (path instanceof FieldPath.Outcome) {
      parts.outcome = Contents.value(siblings);
    } else {
      parts.position = position(siblings).orElse(null);
    }
  }

  /// The latest sibling that holds a position.
  static Optional<Dot> position(DotFun<Stamped<Value>> siblings) {
    for (var sibling : Siblings.byPrecedence(siblings)) {
      if (sibling.value().value() instanceof Value.Position) {
        return Optional.of(sibling.dot());
      }
    }
    return Optional.empty();
  }

  /// The rules by environment.
  SortedMap<String, List<Placed>> placed(Entity flag) {
    var conflicted = conflicted(flag);
    var placed = new TreeMap<String, List<Placed>>();
    lists.forEach((environment, list) -> {
      var rules = new ArrayList<Placed>();
      list.forEach((id, parts) -> {
        if (parts.there) {
          boolean disputed = conflicted.contains(new RuleRef(environment, id));
          rules.add(new Placed(rule(id, parts, disputed), Optional.ofNullable(parts.position)));
        }
      });
      if (!rules.isEmpty()) {
        sort(rules, flag.order(environment));
        placed.put(environment, rules);
      }
    });
    return placed;
  }

  /// The positions of the other rules of the same list that are there. Looks at no conflicts, which
  /// may be being looked for.
  static List<Dot> positions(Entity flag, RuleRef without) {
    var positions = new ArrayList<Dot>();
    flag.forEachSlot((slot, siblings) -> {
      var rule = slot instanceof Slot.Element ? RuleRef.of(slot) : Optional.<RuleRef>empty();
      if (rule.isPresent()
          && rule.get().environment().equals(without.environment())
          && !rule.get().equals(without)
          && Contents.isThere(siblings)) {
        position(flag.siblings(rule.get().position(flag.id()))).ifPresent(positions::add);
      }
    });
    return positions;
  }

  private Parts parts(RuleRef rule) {
    return lists
        .computeIfAbsent(rule.environment(), _ -> new TreeMap<>())
        .computeIfAbsent(rule.id(), _ -> new Parts());
  }

  private static Rule rule(String id, Parts parts, boolean conflicted) {
    var condition =
        switch (parts.condition) {
          case Value.Json(var text) when JsonCheck.isJson(text) -> Optional.of(text);
          case Value.Absent _ -> Optional.<String>empty();
          // What cannot be understood must not apply to everybody.
          case Value.Json _,
              Value.Text _,
              Value.Bool _,
              Value.Number _,
              Value.Position _,
              Value.Move _ ->
              Optional.of("false");
        };
    boolean known =
        parts.outcome instanceof Value.Text
            || (parts.outcome instanceof Value.Json(var text) && JsonCheck.isJson(text));
    return new Rule(id, condition, known ? parts.outcome : Value.absent(), conflicted);
  }

  private static Set<RuleRef> conflicted(Entity flag) {
    var rules = new HashSet<RuleRef>();
    flag.conflicts().forEach(conflict -> RuleRef.of(conflict.slot()).ifPresent(rules::add));
    return rules;
  }

  /// Those without a place come last.
  private static void sort(List<Placed> rules, FugueTree tree) {
    var ranks = ranks(tree);
    rules.sort(
        Comparator.comparingInt((Placed placed) -> rank(ranks, placed.position()))
            .thenComparing(placed -> placed.rule().id()));
  }

  static Map<Dot, Integer> ranks(FugueTree tree) {
    var ranks = new HashMap<Dot, Integer>();
    for (var position : tree.order()) {
      ranks.put(position, ranks.size());
    }
    return ranks;
  }

  static int rank(Map<Dot, Integer> ranks, Optional<Dot> position) {
    return position.map(ranks::get).orElse(Integer.MAX_VALUE);
  }
}
