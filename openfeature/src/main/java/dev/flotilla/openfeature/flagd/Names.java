package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.FieldNames;
import dev.flotilla.model.ModelLimits;
import java.util.Optional;

/// Which names of a document the workspace can hold. flagd takes any text that is not empty.
final class Names {
  private Names() {}

  /// Why this cannot be the key of a flag.
  static Optional<String> flagKeyProblem(String key) {
    if (!key.isEmpty() && (key.isBlank() || !key.strip().equals(key))) {
      return Optional.of("a flag's key must not start or end with white space");
    }
    return problem(key, key);
  }

  /// Why this cannot be the name of a variant.
  static Optional<String> variantProblem(String name) {
    return problem(name, FieldNames.variant(name));
  }

  /// Why this cannot be the name of a shared rule.
  static Optional<String> evaluatorProblem(String name) {
    return problem(name, FieldNames.evaluator(name));
  }

  /// Why this cannot be a key of metadata.
  static Optional<String> metadataProblem(String key) {
    return emptyOrTooLong(key, FieldNames.metadata(key));
  }

  private static Optional<String> problem(String name, String stored) {
    if (name.codePoints().anyMatch(Names::breaksLine)) {
      return Optional.of("a name must not hold line ends or control characters");
    }
    return emptyOrTooLong(name, stored);
  }

  private static Optional<String> emptyOrTooLong(String name, String stored) {
    if (name.isEmpty()) {
      return Optional.of("a name must not be empty");
    }
    int over = ModelLimits.utf8Length(stored) - ModelLimits.KEY_BYTES_MAX;
    if (over > 0) {
      int most = ModelLimits.utf8Length(name) - over;
      return Optional.of("a name must not be longer than " + most + " bytes");
    }
    return Optional.empty();
  }

  // The pattern `^.{1,}$` of the schema stops at line ends.
  private static boolean breaksLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
