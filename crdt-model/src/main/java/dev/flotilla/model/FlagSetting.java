package dev.flotilla.model;

import java.util.List;
import java.util.Optional;

/// What a flag does in one environment. Without a default variant, applications use the value in
/// their code.
///
/// @param targeting JSONLogic as JSON text, for what no rule applies to
/// @param rules the first one whose condition holds applies
public record FlagSetting(
    boolean enabled,
    Optional<String> defaultVariant,
    Optional<String> targeting,
    List<Rule> rules) {
  /// What a flag without fields for an environment has there.
  public static final FlagSetting OFF = new FlagSetting(false, Optional.empty(), Optional.empty());

  public FlagSetting {
    rules = List.copyOf(rules);
  }

  /// Without rules.
  public FlagSetting(boolean enabled, Optional<String> defaultVariant, Optional<String> targeting) {
    this(enabled, defaultVariant, targeting, List.of());
  }

  /// Enabled or not, with a default variant and without targeting.
  public static FlagSetting of(boolean enabled, String defaultVariant) {
    return new FlagSetting(enabled, Optional.of(defaultVariant), Optional.empty());
  }

  /// The rules and the targeting as one JSONLogic expression, which is what applications evaluate;
  /// none if there is neither. Targeting that is no JSON stays what it is, rules or not: what it
  /// would mean between them nobody knows.
  public Optional<String> effectiveTargeting() {
    if (rules.isEmpty()
        || targeting.filter(JsonCheck::isJson).isPresent() != targeting.isPresent()) {
      return targeting;
    }
    var json = new StringBuilder("{\"if\":[");
    for (var rule : rules) {
      json.append(rule.condition().orElse("true")).append(',');
      json.append(JsonLiteral.of(rule.outcome())).append(',');
    }
    targeting.ifPresentOrElse(json::append, () -> json.setLength(json.length() - 1));
    return Optional.of(json.append("]}").toString());
  }

  /// The rule with this id, or the only one whose id starts with `text`, which must have the whole
  /// number before the dash.
  public Optional<Rule> rule(String text) {
    var named = rulesNamed(text);
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// All rules that `text` may mean; a whole id means no other.
  List<Rule> rulesNamed(String text) {
    for (var rule : rules) {
      if (rule.id().equals(text)) {
        return List.of(rule);
      }
    }
    return rules.stream().filter(rule -> RuleRef.names(text, rule.id())).toList();
  }
}
