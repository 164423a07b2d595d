package dev.flotilla.model;

import java.util.Optional;

/// What a rule says.
///
/// @param condition JSONLogic as JSON text; none: the rule always applies
/// @param outcome [Value.Text], the name of a variant, or [Value.Json], JSONLogic that gives one
public record RuleDraft(Optional<String> condition, Value outcome) {
  /// A rule that leads to a variant.
  public static RuleDraft of(String condition, String variant) {
    return new RuleDraft(Optional.of(condition), Value.of(variant));
  }

  Value conditionValue() {
    return condition.<Value>map(Value.Json::new).orElse(Value.absent());
  }
}
