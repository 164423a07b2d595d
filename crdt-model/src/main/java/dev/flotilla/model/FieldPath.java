package dev.flotilla.model;

import static dev.flotilla.model.FieldNames.CONDITION_SUFFIX;
import static dev.flotilla.model.FieldNames.COUNTED_PREFIX;
import static dev.flotilla.model.FieldNames.DEFAULT_SUFFIX;
import static dev.flotilla.model.FieldNames.ENVIRONMENT_PREFIX;
import static dev.flotilla.model.FieldNames.EVALUATOR_PREFIX;
import static dev.flotilla.model.FieldNames.METADATA_PREFIX;
import static dev.flotilla.model.FieldNames.OUTCOME_SUFFIX;
import static dev.flotilla.model.FieldNames.POSITION_SUFFIX;
import static dev.flotilla.model.FieldNames.RULE_INFIX;
import static dev.flotilla.model.FieldNames.STATE_SUFFIX;
import static dev.flotilla.model.FieldNames.TARGETING_SUFFIX;
import static dev.flotilla.model.FieldNames.VARIANT_PREFIX;

/// A field name, taken apart. The inverse of [FieldNames].
public sealed interface FieldPath {
  /// A field that is one word, or one that this program does not know.
  record Plain(String name) implements FieldPath {}

  /// The value of a variant.
  record Variant(String name) implements FieldPath {}

  /// An entry of the metadata.
  record Metadata(String key) implements FieldPath {}

  /// A shared targeting rule.
  record Evaluator(String name) implements FieldPath {}

  /// Whether the flag is enabled in an environment.
  record State(String environment) implements FieldPath {}

  /// The default variant in an environment.
  record Default(String environment) implements FieldPath {}

  /// What applies in an environment where no rule does.
  record Targeting(String environment) implements FieldPath {}

  /// When a rule applies in an environment.
  record Condition(String environment, String rule) implements FieldPath {}

  /// What a rule leads to in an environment.
  record Outcome(String environment, String rule) implements FieldPath {}

  /// Where a rule stands in an environment.
  record Position(String environment, String rule) implements FieldPath {}

  /// What one replica has counted of a counter.
  record Counted(String replica) implements FieldPath {}

  /// Takes `field` apart.
  static FieldPath parse(String field) {
    if (field.startsWith(VARIANT_PREFIX)) {
      return new Variant(field.substring(VARIANT_PREFIX.length()));
    }
    if (field.startsWith(METADATA_PREFIX)) {
      return new Metadata(field.substring(METADATA_PREFIX.length()));
    }
    if (field.startsWith(EVALUATOR_PREFIX)) {
      return new Evaluator(field.substring(EVALUATOR_PREFIX.length()));
    }
    if (field.startsWith(COUNTED_PREFIX)) {
      return new Counted(field.substring(COUNTED_PREFIX.length()));
    }
    int nameEnd = field.lastIndexOf('/');
    if (!field.startsWith(ENVIRONMENT_PREFIX) || nameEnd < ENVIRONMENT_PREFIX.length()) {
      return new Plain(field);
    }
    // All flags name the same few environments: one text for all of them is found faster, too.
    var environment = field.substring(ENVIRONMENT_PREFIX.length(), nameEnd).intern();
    return switch (field.substring(nameEnd)) {
      case STATE_SUFFIX -> new State(environment);
      case DEFAULT_SUFFIX -> new Default(environment);
      case TARGETING_SUFFIX -> new Targeting(environment);
      default -> parseRule(field, environment, field.substring(nameEnd));
    };
  }

  private static FieldPath parseRule(String field, String place, String part) {
    int idStart = place.lastIndexOf(RULE_INFIX);
    if (idStart < 0 || place.lastIndexOf('/') >= idStart + RULE_INFIX.length()) {
      return new Plain(field);
    }
    var environment = place.substring(0, idStart);
    var rule = place.substring(idStart + RULE_INFIX.length());
    return switch (part) {
      case CONDITION_SUFFIX -> new Condition(environment, rule);
      case OUTCOME_SUFFIX -> new Outcome(environment, rule);
      case POSITION_SUFFIX -> new Position(environment, rule);
      default -> new Plain(field);
    };
  }

  /// The field in words for a sentence: `variant on`, `state in production`.
  default String words() {
    return switch (this) {
      case Plain(var name) -> name;
      case Variant(var name) -> "variant " + name;
      case Metadata(var key) -> "metadata " + key;
      case Evaluator(var name) -> "evaluator " + name;
      case State(var environment) -> "state in " + environment;
      case Default(var environment) -> "default variant in " + environment;
      case Targeting(var environment) -> "targeting in " + environment;
      case Condition(var environment, var rule) ->
          "condition of rule " + rule + " in " + environment;
      case Outcome(var environment, var rule) -> "outcome of rule " + rule + " in " + environment;
      case Counted(var replica) -> "count by " + replica;
      case Position(var environment, var rule) -> "place of rule " + rule + " in " + environment;
    };
  }
}
