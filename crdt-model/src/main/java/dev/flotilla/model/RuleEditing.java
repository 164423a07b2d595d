package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.AddRule;
import dev.flotilla.model.Edit.MoveRule;
import dev.flotilla.model.Edit.RemoveRule;
import dev.flotilla.model.Edit.ReplaceTargeting;
import dev.flotilla.model.Refusal.Reason;
import dev.flotilla.model.RuleReading.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Edits of the targeting rules of flags.
final class RuleEditing {
  private final Draft draft;
  private final FlagChecks flagChecks;

  RuleEditing(Draft draft, FlagChecks flagChecks) {
    this.draft = draft;
    this.flagChecks = flagChecks;
  }

  Optional<Refusal> add(AddRule edit) {
    var list = new RuleList(EntityId.flag(edit.flag()), edit.environment());
    return check(list)
        .or(() -> checkOutcome(edit.rule().outcome()))
        .or(() -> checkPlace(list, edit.place()))
        .or(() -> checkCount(list))
        .or(() -> {
          place(list, make(list, edit.rule()), edit.place());
          return Optional.empty();
        });
  }

  Optional<Refusal> move(MoveRule edit) {
    var list = new RuleList(EntityId.flag(edit.flag()), edit.environment());
    var problem =
        check(list).or(() -> checkRule(list, edit.rule())).or(() -> checkPlace(list, edit.place()));
    if (problem.isPresent()) {
      return problem;
    }
    var rule = find(list, edit.rule()).getFirst();
    var neighbour = neighbour(list, edit.place());
    if (neighbour.isPresent() && neighbour.get().equals(rule)) {
      return Optional.of(
          new Refusal(
              Reason.INVALID_VALUE,
              "Rule %s cannot stand before or after itself. Name another rule."
                  .formatted(quoted(rule.rule().id()))));
    }
    place(list, list.ref(rule.rule().id()), edit.place());
    return Optional.empty();
  }

  Optional<Refusal> remove(RemoveRule edit) {
    var list = new RuleList(EntityId.flag(edit.flag()), edit.environment());
    var problem = check(list).or(() -> checkRule(list, edit.rule()));
    if (problem.isEmpty()) {
      remove(list, find(list, edit.rule()).getFirst());
    }
    return problem;
  }

  Optional<Refusal> replace(ReplaceTargeting edit) {
    var list = new RuleList(EntityId.flag(edit.flag()), edit.environment());
    var problem = check(list);
    if (problem.isPresent()) {
      return problem;
    }
    if (edit.rules().size() > ModelLimits.RULES_MAX) {
      return Optional.of(
          new Refusal(
              Reason.TOO_LARGE,
              "Flag %s can have %d rules in %s, not %d. Give it fewer."
                  .formatted(
                      quoted(edit.flag()),
                      ModelLimits.RULES_MAX,
                      edit.environment(),
                      edit.rules().size())));
    }
    var refusal = replaceRules(list, edit.rules());
    if (refusal.isPresent()) {
      return refusal;
    }
    var slot = new Slot.Field(list.flag(), FieldNames.targeting(list.environment()));
    var rest = edit.rest().<Value>map(Value.Json::new).orElse(Value.absent());
    if (differs(slot, rest)) {
      draft.touch(list.flag());
      draft.write(slot, rest);
    }
    return Optional.empty();
  }

  /// Rules that stay the same are not written: others may be editing them.
  private Optional<Refusal> replaceRules(RuleList list, List<RuleDraft> rules) {
    var before = read(list);
    var matched =
        RuleMatching.match(before.stream().map(rule -> rule.rule().draft()).toList(), rules);
    var staying = RuleMatching.staying(matched);
    for (int at = 0; at < before.size(); at++) {
      if (!matched.contains(Optional.of(at))) {
        remove(list, before.get(at));
      }
    }
    // Each directly after the one before: to look for the last one would take the whole list.
    var left = Optional.<Dot>empty();
    for (int at = 0; at < rules.size(); at++) {
      var rule = rules.get(at);
      var refusal = checkOutcome(rule.outcome());
      if (refusal.isPresent()) {
        return refusal;
      }
      var kept = matched.get(at).map(before::get);
      var ref = kept.map(old -> list.ref(old.rule().id())).orElse(null);
      if (ref == null) {
        left = Optional.of(placeAfter(list, make(list, rule), left));
        continue;
      }
      say(list, ref, rule);
      var stays = staying.contains(at) ? kept.flatMap(Placed::position) : Optional.<Dot>empty();
      left = Optional.of(stays.isPresent() ? stays.get() : placeAfter(list, ref, left));
    }
    return Optional.empty();
  }

  /// Makes a rule that is there say this.
  private void say(RuleList list, RuleRef rule, RuleDraft wanted) {
    write(list, rule, rule.condition(list.flag()), wanted.conditionValue());
    if (differs(rule.outcome(list.flag()), wanted.outcome())) {
      flagChecks.note(rule.outcome(list.flag()), wanted.outcome());
      write(list, rule, rule.outcome(list.flag()), wanted.outcome());
    }
  }

  private void write(RuleList list, RuleRef rule, Slot slot, Value value) {
    if (differs(slot, value)) {
      touch(list, rule);
      draft.write(slot, value);
    }
  }

  /// Whether to write a value: siblings are resolved by it, even if it wins already.
  private boolean differs(Slot slot, Value value) {
    var siblings = draft.siblings(slot);
    return siblings.entries().size() > 1 || !Contents.value(siblings).equals(value);
  }

  /// Puts a rule that was moved to several places to one of them for good: directly after the
  /// position that was given to it there.
  Optional<Refusal> settle(Conflict.MovedRule moved, int alternative) {
    var list = new RuleList(moved.entity(), moved.environment());
    var order = draft.now().entity(list.flag()).order(list.environment());
    var chosen = moved.alternatives().get(alternative).dot();
    var origin =
        order.indexOf(chosen) >= 0
            ? order.between(Optional.of(chosen), Optional.empty())
            : order.between(order.order().stream().reduce((_, last) -> last), Optional.empty());
    var rule = list.ref(moved.rule());
    touch(list, rule);
    draft.write(rule.position(list.flag()), new Value.Position(origin), moved.dots());
    return Optional.empty();
  }

  /// Puts a rule back to where it was, in each of the places if it was disputed: directly after the
  /// position that it had there, which stays in the order for good.
  Optional<Refusal> putBack(
      Slot.Field slot, RuleRef rule, Edit.PutBack edit, SortedSet<Dot> supersedes) {
    if (supersedes.isEmpty()) {
      return Optional.empty();
    }
    var list = new RuleList(slot.entity(), rule.environment());
    touch(list, rule);
    var replaced = supersedes;
    // The place that counts comes last: of what is written at once the last is in force.
    for (var earlier : edit.before().reversed()) {
      var order = draft.now().entity(list.flag()).order(list.environment());
      if (earlier.value() instanceof Value.Position && order.indexOf(earlier.dot()) >= 0) {
        var origin = order.between(Optional.of(earlier.dot()), Optional.empty());
        draft.write(slot, new Value.Position(origin), replaced);
        replaced = PuttingBack.none();
      }
    }
    return Optional.empty();
  }

  private RuleRef make(RuleList list, RuleDraft rule) {
    draft.touch(list.flag());
    var dot = draft.nextDot();
    var ref = list.ref(RuleRef.newId(dot));
    if (!draft.siblings(ref.presence(list.flag())).isEmpty()) {
      ref = list.ref(RuleRef.longId(dot));
    }
    draft.setThere(ref.presence(list.flag()), Value.of(true));
    if (rule.condition().isPresent()) {
      draft.write(ref.condition(list.flag()), rule.conditionValue());
    }
    flagChecks.note(ref.outcome(list.flag()), rule.outcome());
    draft.write(ref.outcome(list.flag()), rule.outcome());
    return ref;
  }

  private void place(RuleList list, RuleRef rule, Place place) {
    placeAfter(list, rule, leftOf(list, rule, place));
  }

  /// The new position of the rule.
  private Dot placeAfter(RuleList list, RuleRef rule, Optional<Dot> left) {
    var order = draft.now().entity(list.flag()).order(list.environment());
    var origin = order.between(left, Optional.empty());
    touch(list, rule);
    var position = draft.nextDot();
    draft.write(rule.position(list.flag()), new Value.Position(origin));
    return position;
  }

  /// The position of the rule that comes directly before the place, not counting the moved one.
  private Optional<Dot> leftOf(RuleList list, RuleRef moved, Place place) {
    var others = new ArrayList<>(read(list));
    others.removeIf(other -> other.rule().id().equals(moved.id()));
    int before =
        switch (place) {
          case Place.First _ -> 0;
          case Place.Last _ -> others.size();
          case Place.Before _ -> others.indexOf(neighbour(list, place).orElseThrow());
          case Place.After _ -> others.indexOf(neighbour(list, place).orElseThrow()) + 1;
        };
    var shown = RuleReading.ranks(draft.now().entity(list.flag()).order(list.environment()));
    return others.subList(0, before).reversed().stream()
        .flatMap(other -> other.position().stream())
        .filter(shown::containsKey)
        .findFirst();
  }

  private Optional<Placed> neighbour(RuleList list, Place place) {
    return switch (place) {
      case Place.First _, Place.Last _ -> Optional.empty();
      case Place.Before(var rule) -> find(list, rule).stream().findFirst();
      case Place.After(var rule) -> find(list, rule).stream().findFirst();
    };
  }

  private void remove(RuleList list, Placed rule) {
    draft.touch(list.flag());
    draft.setThere(list.ref(rule.rule().id()).presence(list.flag()), Value.absent());
  }

  private void touch(RuleList list, RuleRef rule) {
    draft.touch(list.flag());
    draft.touch(rule.presence(list.flag()));
  }

  private List<Placed> read(RuleList list) {
    return RuleReading.read(draft.now().entity(list.flag()), list.environment());
  }

  private List<Placed> find(RuleList list, String text) {
    var all = read(list);
    var exact = all.stream().filter(placed -> placed.rule().id().equals(text)).toList();
    return exact.isEmpty()
        ? all.stream().filter(placed -> RuleRef.names(text, placed.rule().id())).toList()
        : exact;
  }

  private Optional<Refusal> check(RuleList list) {
    if (!draft.exists(list.flag())) {
      return Optional.of(Sentences.unknown(draft.now(), list.flag()));
    }
    return draft.exists(EntityId.environment(list.environment()))
        ? Optional.empty()
        : Optional.of(Sentences.unknownEnvironment(draft.now(), list.environment()));
  }

  private Optional<Refusal> checkRule(RuleList list, String text) {
    var found = find(list, text);
    if (found.size() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        Sentences.unknownRule(list, text, ids(found.isEmpty() ? read(list) : found)));
  }

  private static List<String> ids(List<Placed> rules) {
    return rules.stream().map(placed -> placed.rule().id()).toList();
  }

  private Optional<Refusal> checkPlace(RuleList list, Place place) {
    return switch (place) {
      case Place.First _, Place.Last _ -> Optional.empty();
      case Place.Before(var rule) -> checkRule(list, rule);
      case Place.After(var rule) -> checkRule(list, rule);
    };
  }

  private static Optional<Refusal> checkOutcome(Value outcome) {
    return FieldRules.outcome(outcome);
  }

  private Optional<Refusal> checkCount(RuleList list) {
    return read(list).size() < ModelLimits.RULES_MAX
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.TOO_LARGE,
                "Flag %s has %d rules in %s already, which is as many as there can be. Remove one first."
                    .formatted(
                        quoted(list.flag().key()), ModelLimits.RULES_MAX, list.environment())));
  }
}
