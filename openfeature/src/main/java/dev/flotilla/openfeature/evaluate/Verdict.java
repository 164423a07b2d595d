package dev.flotilla.openfeature.evaluate;

import java.util.Optional;

/// What a flag answers for one context, and what decides it.
///
/// A rule is named by its place, counted from 1; [#NO_RULE] is what comes after all rules.
public sealed interface Verdict {
  /// The targeting for what no rule applies to, or nothing at all.
  int NO_RULE = 0;

  /// The flag is off: applications use the value in their code.
  record Off() implements Verdict {}

  /// A rule, or the targeting after them, gives this variant.
  record Serves(int rule, String variant) implements Verdict {}

  /// Nothing else is said: the default variant, or the value in the code if there is none.
  record Default(int rule, Optional<String> variant) implements Verdict {}

  /// What decides gives no variant: applications get an error and use the value in their code.
  ///
  /// @param given what it gives instead, as JSON
  record NoVariant(int rule, String given) implements Verdict {}

  /// What decides cannot be evaluated.
  ///
  /// @param reason one sentence
  record Broken(int rule, String reason) implements Verdict {}

  /// The place of the rule that decides, counted from 1, or [#NO_RULE].
  default int place() {
    return switch (this) {
      case Off _ -> NO_RULE;
      case Serves(int rule, var _) -> rule;
      case Default(int rule, var _) -> rule;
      case NoVariant(int rule, var _) -> rule;
      case Broken(int rule, var _) -> rule;
    };
  }
}
