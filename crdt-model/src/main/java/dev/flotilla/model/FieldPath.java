package dev.flotilla.model;

import static dev.flotilla.model.FieldNames.DEFAULT_SUFFIX;
import static dev.flotilla.model.FieldNames.ENVIRONMENT_PREFIX;
import static dev.flotilla.model.FieldNames.EVALUATOR_PREFIX;
import static dev.flotilla.model.FieldNames.METADATA_PREFIX;
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

  /// The targeting rule in an environment.
  record Targeting(String environment) implements FieldPath {}

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
    int nameEnd = field.lastIndexOf('/');
    if (!field.startsWith(ENVIRONMENT_PREFIX) || nameEnd < ENVIRONMENT_PREFIX.length()) {
      return new Plain(field);
    }
    var environment = field.substring(ENVIRONMENT_PREFIX.length(), nameEnd);
    return switch (field.substring(nameEnd)) {
      case STATE_SUFFIX -> new State(environment);
      case DEFAULT_SUFFIX -> new Default(environment);
      case TARGETING_SUFFIX -> new Targeting(environment);
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
    };
  }
}
