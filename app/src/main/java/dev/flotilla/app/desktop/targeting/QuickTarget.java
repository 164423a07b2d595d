package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.ConditionText;
import dev.flotilla.openfeature.targeting.Outcome.Seed;
import dev.flotilla.openfeature.targeting.Outcome.Serve;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.OutcomeText;
import dev.flotilla.openfeature.targeting.Percent;
import java.util.List;
import java.util.Optional;

/// A share of a tag set that gets a variant, in one sentence.
///
/// @param percent in hundredths of a percent
/// @param others the variant for the rest of the tag set; none: the default variant
record QuickTarget(
    String tagSet, String attribute, int percent, String variant, Optional<String> others) {
  /// What is offered first: ten percent, of the variant that is not the default.
  static final int FIRST_PERCENT = 1_000;

  /// The rule that does it.
  RuleDraft rule() {
    var condition = new Segment(attribute, true, tagSet);
    var parts = List.of(new Share(Optional.of(variant), 1), new Share(others, 1));
    var outcome =
        percent == Percent.WHOLE
            ? new Serve(variant)
            : new Split(
                Seed.of(attribute),
                Percent.shares(parts, List.of(percent, Percent.WHOLE - percent)));
    return new RuleDraft(ConditionText.json(condition), OutcomeText.value(outcome));
  }

  /// What it does, in words.
  String sentence(String environment, Texts texts) {
    var words = new RuleWords(texts);
    return percent == Percent.WHOLE
        ? texts.of("targeting.quick.whole", environment, tagSet, variant)
        : texts.of(
            "targeting.quick.sentence",
            environment,
            words.percent(percent),
            tagSet,
            variant,
            words.variant(others));
  }
}
