package dev.flotilla.app.desktop.targeting;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.RuleMatching;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.RuleChain;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.LogicText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The targeting of a flag in an environment while it is edited: rules in their order, and what
/// applies after them. Immutable.
///
/// @param made how many rules were made new, so that each gets a key of its own
record TargetingDraft(List<RuleItem> rules, Optional<String> rest, int made) {
  TargetingDraft {
    rules = List.copyOf(rules);
  }

  static TargetingDraft of(FlagSetting setting) {
    return new TargetingDraft(
        setting.rules().stream()
            .map(rule -> new RuleItem(rule.id(), Optional.of(rule.id()), rule.draft()))
            .toList(),
        setting.targeting(),
        0);
  }

  /// Whether both say the same of the same rules.
  boolean sameAs(TargetingDraft other) {
    return rest.equals(other.rest) && rules.equals(other.rules);
  }

  Optional<RuleItem> item(String key) {
    return rules.stream().filter(item -> item.key().equals(key)).findFirst();
  }

  /// The place of a rule, counted from 0.
  int indexOf(String key) {
    for (int at = 0; at < rules.size(); at++) {
      if (rules.get(at).key().equals(key)) {
        return at;
      }
    }
    throw new IllegalArgumentException("no rule " + key);
  }

  TargetingDraft with(int at, UnaryOperator<RuleItem> change) {
    var changed = new ArrayList<>(rules);
    changed.set(at, change.apply(changed.get(at)));
    return new TargetingDraft(changed, rest, made);
  }

  TargetingDraft add(int at, RuleDraft draft) {
    var changed = new ArrayList<>(rules);
    changed.add(at, fresh(draft, made + 1));
    return new TargetingDraft(changed, rest, made + 1);
  }

  private static RuleItem fresh(RuleDraft draft, int number) {
    return new RuleItem("new-" + number, Optional.empty(), draft);
  }

  TargetingDraft remove(int at) {
    var changed = new ArrayList<>(rules);
    changed.remove(at);
    return new TargetingDraft(changed, rest, made);
  }

  TargetingDraft move(int from, int to) {
    var changed = new ArrayList<>(rules);
    changed.add(to, changed.remove(from));
    return new TargetingDraft(changed, rest, made);
  }

  TargetingDraft withRest(Optional<String> newRest) {
    return new TargetingDraft(rules, newRest, made);
  }

  /// The rules and what applies after them, as a setting that is on.
  FlagSetting setting(FlagSetting around) {
    return new FlagSetting(
        around.enabled(),
        around.defaultVariant(),
        rest,
        rules.stream()
            .map(item ->
                new Rule(item.key(), item.draft().condition(), item.draft().outcome(), false))
            .toList());
  }

  /// The whole expression, laid out; empty without any targeting.
  String json() {
    return setting(FlagSetting.OFF)
        .effectiveTargeting()
        .map(json -> JsonText.parseError(json).isEmpty() ? LogicText.pretty(json) : json)
        .orElse("");
  }

  /// Whether a text says this: somebody may have laid it out differently, and it stays so.
  boolean isSaidBy(String text) {
    String wanted = json();
    if (text.isBlank() || wanted.isBlank()) {
      return text.isBlank() && wanted.isBlank();
    }
    return JsonText.parseError(text).isEmpty()
        && JsonText.parseError(wanted).isEmpty()
        && JsonText.compact(text).equals(JsonText.compact(wanted));
  }

  /// This targeting with the expression that somebody wrote, which is JSON. Rules that it still has
  /// stay the same rules.
  TargetingDraft withJson(String json) {
    if (json.isBlank()) {
      return new TargetingDraft(List.of(), Optional.empty(), made);
    }
    var chain = rules.isEmpty() && rest.isPresent() ? unchanged(json) : RuleChain.of(json);
    if (chain.isEmpty()) {
      return new TargetingDraft(List.of(), Optional.of(JsonText.compact(json)), made);
    }
    var drafts = chain.get().rules();
    var matched = RuleMatching.match(rules.stream().map(RuleItem::draft).toList(), drafts);
    var items = new ArrayList<RuleItem>();
    int number = made;
    for (int at = 0; at < drafts.size(); at++) {
      var draft = drafts.get(at);
      var known = matched.get(at).map(rules::get);
      items.add(known.isPresent() ? known.get().with(draft) : fresh(draft, ++number));
    }
    return new TargetingDraft(items, chain.get().rest(), number);
  }

  // Targeting that nobody took apart is not taken apart by laying it out.
  private Optional<RuleChain> unchanged(String json) {
    return rest.filter(now -> JsonText.parseError(now).isEmpty())
            .filter(now -> JsonText.tree(now).sameAs(JsonText.tree(json)))
            .isPresent()
        ? Optional.empty()
        : RuleChain.of(json);
  }

  /// This targeting with its rest taken apart into rules, if that is a chain of conditions.
  Optional<TargetingDraft> takenApart() {
    return rest.flatMap(RuleChain::of)
        .map(chain -> {
          var items = new ArrayList<>(rules);
          int number = made;
          for (var draft : chain.rules()) {
            items.add(fresh(draft, ++number));
          }
          return new TargetingDraft(items, chain.rest(), number);
        });
  }

  /// The edits that make the workspace, which says `now`, say this. The fewest moves.
  List<Edit> edits(String flag, String environment, FlagSetting now) {
    var before = of(now);
    var edits = new ArrayList<Edit>();
    var ids = before.rules.stream().map(RuleItem::key).toList();
    var kept = new HashSet<String>();
    rules.forEach(item -> item.id().filter(ids::contains).ifPresent(kept::add));
    for (var id : ids) {
      if (!kept.contains(id)) {
        edits.add(new Edit.RemoveRule(flag, environment, id));
      }
    }
    for (var item : rules) {
      item.id()
          .filter(kept::contains)
          .ifPresent(id -> say(flag, environment, before.rules.get(ids.indexOf(id)), item, edits));
    }
    place(flag, environment, ids, kept, edits);
    if (!rest.equals(now.targeting())) {
      edits.add(
          new Edit.SetField(
              EntityId.flag(flag),
              FieldNames.targeting(environment),
              rest.<Value>map(Value.Json::new).orElse(Value.absent())));
    }
    return edits;
  }

  private static void say(
      String flag, String environment, RuleItem before, RuleItem after, List<Edit> edits) {
    var id = before.key();
    if (!before.draft().condition().equals(after.draft().condition())) {
      edits.add(Edit.setCondition(flag, environment, id, after.draft().condition()));
    }
    if (!before.draft().outcome().equals(after.draft().outcome())) {
      edits.add(Edit.setOutcome(flag, environment, id, after.draft().outcome()));
    }
  }

  // New rules have no name yet that a neighbour could be placed by: from the last to the first,
  // each goes before the next one that has.
  private void place(
      String flag, String environment, List<String> ids, Set<String> kept, List<Edit> edits) {
    var matched =
        rules.stream().map(item -> item.id().filter(kept::contains).map(ids::indexOf)).toList();
    var staying = RuleMatching.staying(matched);
    Optional<String> next = Optional.empty();
    var moves = new ArrayList<Edit>();
    for (int at : IntStream.range(0, rules.size()).map(i -> rules.size() - 1 - i).toArray()) {
      var item = rules.get(at);
      var place = next.<Place>map(Place.Before::new).orElseGet(Place.Last::new);
      if (matched.get(at).isEmpty()) {
        continue;
      }
      if (!staying.contains(at)) {
        moves.add(new Edit.MoveRule(flag, environment, item.key(), place));
      }
      next = Optional.of(item.key());
    }
    edits.addAll(moves);
    for (int at = 0; at < rules.size(); at++) {
      if (matched.get(at).isEmpty()) {
        edits.add(
            new Edit.AddRule(flag, environment, rules.get(at).draft(), placeOfNew(at, matched)));
      }
    }
  }

  // Those that follow one another are added in their order, so each stands directly before the next
  // old rule, after the new ones added before it.
  private Place placeOfNew(int at, List<Optional<Integer>> matched) {
    for (int next = at + 1; next < rules.size(); next++) {
      if (matched.get(next).isPresent()) {
        return new Place.Before(rules.get(next).key());
      }
    }
    return new Place.Last();
  }
}
