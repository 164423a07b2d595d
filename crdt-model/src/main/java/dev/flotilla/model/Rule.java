package dev.flotilla.model;

import java.util.Optional;

/// A targeting rule of a flag in one environment, as it reads now: if the condition holds, the
/// outcome is what applies. Immutable.
///
/// @param id stays the same wherever the rule moves and whatever it says
/// @param condition JSONLogic as JSON text; none: the rule always applies
/// @param outcome the name of a variant, or JSON whose evaluation gives one; [Value.Absent] if what
///   was written is neither
/// @param conflicted whether its condition, its outcome, its place or its being there is in
///   conflict
public record Rule(String id, Optional<String> condition, Value outcome, boolean conflicted) {
  /// What this rule says, without what makes it this rule.
  public RuleDraft draft() {
    return new RuleDraft(condition, outcome);
  }
}
