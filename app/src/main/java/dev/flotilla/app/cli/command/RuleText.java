package dev.flotilla.app.cli.command;

import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.TargetingCheck;

/// Reads the two halves of a targeting rule from the command line.
final class RuleText {
  private RuleText() {}

  /// When a rule applies: JSONLogic as compact JSON.
  static Value.Json condition(String text) {
    return part("The condition", text);
  }

  /// What a rule leads to: the name of a variant, or JSONLogic, which is an object.
  static Value outcome(Flag flag, String text) {
    return text.stripLeading().startsWith("{") && !flag.variants().containsKey(text)
        ? part("The outcome", text)
        : Value.of(text);
  }

  private static Value.Json part(String what, String text) {
    Value.Json json = TypedText.json(text);
    TargetingCheck.checkPart(json.text()).stream()
        .filter(Finding::isError)
        .findFirst()
        .ifPresent(finding -> {
          throw new CommandRefused(what + " is wrong: " + finding + ".");
        });
    return json;
  }
}
