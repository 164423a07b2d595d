package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Samples;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Edits of the targeting rules of a flag.
final class RandomRules {
  private static final List<String> CONDITIONS =
      List.of("{\"==\":[1,1]}", "{\"in\":[\"a\",{\"var\":\"b\"}]}", "true");
  private static final List<Value> OUTCOMES =
      List.of(Value.of("on"), Value.of("off"), new Value.Json("{\"fractional\":[[\"on\",1]]}"));

  private RandomRules() {}

  static Edit any(Workspace now, String flag, String environment, RandomGenerator random) {
    var rules =
        now.flag(flag).map(f -> f.setting(environment)).orElse(FlagSetting.OFF).rules().stream()
            .map(Rule::id)
            .toList();
    if (rules.isEmpty() || random.nextInt(4) == 0) {
      return new Edit.AddRule(flag, environment, draft(random), place(rules, random));
    }
    var rule = Samples.oneOf(random, rules);
    return switch (random.nextInt(8)) {
      case 0 -> new Edit.RemoveRule(flag, environment, rule);
      case 1, 2 ->
          new Edit.SetField(
              EntityId.flag(flag),
              FieldNames.condition(environment, rule),
              random.nextInt(4) == 0
                  ? Value.absent()
                  : new Value.Json(Samples.oneOf(random, CONDITIONS)));
      case 3 -> Edit.setOutcome(flag, environment, rule, Samples.oneOf(random, OUTCOMES));
      case 4 ->
          new Edit.ReplaceTargeting(
              flag,
              environment,
              List.of(draft(random), draft(random)),
              random.nextBoolean() ? Optional.of("{}") : Optional.empty());
      default -> new Edit.MoveRule(flag, environment, rule, place(rules, random));
    };
  }

  private static RuleDraft draft(RandomGenerator random) {
    var condition =
        random.nextInt(4) == 0
            ? Optional.<String>empty()
            : Optional.of(Samples.oneOf(random, CONDITIONS));
    return new RuleDraft(condition, Samples.oneOf(random, OUTCOMES));
  }

  private static Place place(List<String> rules, RandomGenerator random) {
    return switch (rules.isEmpty() ? random.nextInt(2) : random.nextInt(4)) {
      case 0 -> new Place.First();
      case 1 -> new Place.Last();
      case 2 -> new Place.Before(Samples.oneOf(random, rules));
      default -> new Place.After(Samples.oneOf(random, rules));
    };
  }
}
