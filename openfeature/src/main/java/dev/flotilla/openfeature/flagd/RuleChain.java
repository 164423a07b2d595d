package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A targeting expression that is a chain of conditions, taken apart: `{"if": [condition, outcome,
/// condition, outcome, …, rest]}`. A rest that is such a chain itself belongs to it. Evaluates to
/// the same as the expression, whatever the context.
///
/// A rest that is no expression, such as the name of a variant, becomes a last rule without a
/// condition, because flagd takes expressions only where targeting stands alone.
///
/// @param rules one at least, in their order
/// @param rest the expression for what no rule applies to, as compact JSON
public record RuleChain(List<RuleDraft> rules, Optional<String> rest) {
  private static final String IF = "if";

  public RuleChain {
    rules = List.copyOf(rules);
  }

  /// The chain that this JSON text is, if it is one. Cost: O(length).
  public static Optional<RuleChain> of(String targeting) {
    if (JsonText.parse(targeting) instanceof Parsed(var root, var repeated)
        && repeated.isEmpty()
        && isChain(root)) {
      return Optional.of(takeApart(root));
    }
    return Optional.empty();
  }

  private static boolean isChain(JsonValue value) {
    return value instanceof JsonObject(var _, var members)
        && members.size() == 1
        && members.get(IF) instanceof JsonArray(var _, var parts)
        && parts.size() >= 2;
  }

  private static RuleChain takeApart(JsonValue root) {
    var rules = new ArrayList<RuleDraft>();
    JsonValue rest = root;
    while (isChain(rest)) {
      var parts = ((JsonArray) ((JsonObject) rest).members().firstEntry().getValue()).elements();
      int pairs = parts.size() / 2;
      for (int pair = 0; pair < pairs; pair++) {
        rules.add(new RuleDraft(condition(parts.get(2 * pair)), outcome(parts.get(2 * pair + 1))));
      }
      rest = parts.size() % 2 == 0 ? new JsonNull(rest.at()) : parts.getLast();
    }
    if (rest instanceof JsonObject) {
      return new RuleChain(rules, Optional.of(JsonText.compact(rest)));
    }
    // Without a rest the default variant is served, which is what null means.
    if (!(rest instanceof JsonNull)) {
      rules.add(new RuleDraft(Optional.empty(), outcome(rest)));
    }
    return new RuleChain(rules, Optional.empty());
  }

  private static Optional<String> condition(JsonValue condition) {
    boolean always = condition instanceof JsonBool(var _, boolean holds) && holds;
    return always ? Optional.empty() : Optional.of(JsonText.compact(condition));
  }

  private static Value outcome(JsonValue outcome) {
    return outcome instanceof JsonString(var _, var variant)
        ? Value.of(variant)
        : new Value.Json(JsonText.compact(outcome));
  }
}
