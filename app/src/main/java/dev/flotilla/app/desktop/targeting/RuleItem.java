package dev.flotilla.app.desktop.targeting;

import dev.flotilla.model.RuleDraft;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.ConditionText;
import dev.flotilla.openfeature.targeting.Outcome;
import dev.flotilla.openfeature.targeting.OutcomeText;
import java.util.Optional;

/// A rule of a draft. What it says is kept as the workspace keeps it; the form reads it in parts.
///
/// @param key tells the rules of a draft apart
/// @param id of the rule in the workspace; none: it is new
/// @param draft what it says
record RuleItem(String key, Optional<String> id, RuleDraft draft) {
  Condition condition() {
    return ConditionText.read(draft.condition());
  }

  Outcome outcome() {
    return OutcomeText.read(draft.outcome());
  }

  RuleItem with(Condition condition) {
    return with(new RuleDraft(ConditionText.json(condition), draft.outcome()));
  }

  RuleItem with(Outcome outcome) {
    return with(new RuleDraft(draft.condition(), OutcomeText.value(outcome)));
  }

  RuleItem with(RuleDraft newDraft) {
    return new RuleItem(key, id, newDraft);
  }
}
