package dev.flotilla.openfeature.evaluate;

import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// Tries what a flag answers, rule by rule, so that it can say which one decides. Answers what the
/// whole expression would ([FlagSetting#effectiveTargeting]). Cost: O(size of the rules).
///
/// @param variants the names of the flag's variants
/// @param references what the rules can name
public record Trial(String flag, Set<String> variants, References references) {
  public Trial {
    variants = Set.copyOf(variants);
  }

  /// A trial of this flag.
  public static Trial of(Flag flag, References references) {
    return new Trial(flag.key(), flag.variants().keySet(), references);
  }

  /// What it answers with this setting for this context at this time.
  public Verdict run(FlagSetting setting, JsonObject context, Instant now) {
    return setting.enabled() ? decide(setting, enriched(context, now)) : new Verdict.Off();
  }

  private Verdict decide(FlagSetting setting, JsonObject data) {
    int place = 0;
    for (var rule : setting.rules()) {
      place++;
      var broken = problem(rule);
      if (broken.isPresent()) {
        return new Verdict.Broken(place, broken.get());
      }
      try {
        if (applies(rule, data)) {
          return verdict(place, outcome(rule, data), setting);
        }
      } catch (JsonLogic.TooLong e) {
        return new Verdict.Broken(place, String.valueOf(e.getMessage()));
      }
    }
    return rest(setting, data);
  }

  private Verdict rest(FlagSetting setting, JsonObject data) {
    var rest = setting.targeting();
    if (rest.isEmpty()) {
      return new Verdict.Default(Verdict.NO_RULE, setting.defaultVariant());
    }
    var broken = error(rest.get());
    if (broken.isPresent()) {
      return new Verdict.Broken(Verdict.NO_RULE, broken.get());
    }
    if (JsonText.tree(rest.get()) instanceof JsonObject(var _, var none) && none.isEmpty()) {
      return new Verdict.Default(Verdict.NO_RULE, setting.defaultVariant());
    }
    try {
      return verdict(Verdict.NO_RULE, evaluate(rest.get(), data), setting);
    } catch (JsonLogic.TooLong e) {
      return new Verdict.Broken(Verdict.NO_RULE, String.valueOf(e.getMessage()));
    }
  }

  private boolean applies(Rule rule, JsonObject data) {
    return rule.condition().isEmpty() || Coercion.isTrue(evaluate(rule.condition().get(), data));
  }

  private JsonValue outcome(Rule rule, JsonObject data) {
    return switch (rule.outcome()) {
      case Value.Text(var variant) -> Coercion.of(variant);
      case Value.Json(var json) -> evaluate(json, data);
      case Value.Bool _, Value.Number _, Value.Position _, Value.Move _, Value.Absent _ ->
          Coercion.NULL;
    };
  }

  private JsonValue evaluate(String json, JsonObject data) {
    return new JsonLogic(references).evaluate(JsonText.tree(json), data);
  }

  private Verdict verdict(int place, JsonValue given, FlagSetting setting) {
    return switch (given) {
      case JsonNull _ -> new Verdict.Default(place, setting.defaultVariant());
      case JsonString(var _, var name) when variants.contains(name) ->
          new Verdict.Serves(place, name);
      case JsonBool(var _, boolean bool) when variants.contains(String.valueOf(bool)) ->
          new Verdict.Serves(place, String.valueOf(bool));
      case JsonValue other -> new Verdict.NoVariant(place, JsonText.compact(other));
    };
  }

  private static Optional<String> problem(Rule rule) {
    return rule.condition()
        .flatMap(Trial::partError)
        .or(() ->
            rule.outcome() instanceof Value.Json(var json) ? partError(json) : Optional.empty());
  }

  private static Optional<String> partError(String json) {
    return firstError(TargetingCheck.checkPart(json));
  }

  private static Optional<String> error(String json) {
    return firstError(TargetingCheck.check(json));
  }

  private static Optional<String> firstError(Iterable<Finding> findings) {
    for (var finding : findings) {
      if (finding.isError()) {
        return Optional.of(finding.toString());
      }
    }
    return Optional.empty();
  }

  // flagd puts these two into every context.
  private JsonObject enriched(JsonObject context, Instant now) {
    var own = new LinkedHashMap<String, JsonValue>();
    own.put("flagKey", Coercion.of(flag));
    own.put("timestamp", Coercion.of((double) now.getEpochSecond()));
    var members = new LinkedHashMap<>(context.members());
    members.put("$flagd", new JsonObject(Position.START, own));
    return new JsonObject(Position.START, members);
  }
}
