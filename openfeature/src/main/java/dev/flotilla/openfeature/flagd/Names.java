package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.FieldNames;
import dev.flotilla.model.ModelLimits;
import java.util.Optional;

/// Which names of a document the workspace can hold: those that [dev.flotilla.model.Keys] allows,
/// as a field, and without line ends of any kind. flagd takes any text that is not empty.
public final class Names {
  private Names() {}

  /// Why this cannot be the key of a flag.
  public static Optional<String> flagKeyProblem(String key) {
    return problem(key, key);
  }

  /// Why this cannot be the name of a variant.
  public static Optional<String> variantProblem(String name) {
    return problem(name, FieldNames.variant(name));
  }

  /// Why this cannot be the name of a shared rule.
  public static Optional<String> evaluatorProblem(String name) {
    return problem(name, FieldNames.evaluator(name));
  }

  /// Why this cannot be a key of metadata.
  public static Optional<String> metadataProblem(String key) {
    return problem(key, FieldNames.metadata(key));
  }

  /// Why this cannot be a tag or a link.
  public static Optional<String> elementProblem(String element) {
    return problem(element, element);
  }

  private static Optional<String> problem(String name, String stored) {
    if (name.isBlank()) {
      return Optional.of("a name must not be empty");
    }
    if (!name.strip().equals(name)) {
      return Optional.of("a name must not start or end with white space");
    }
    if (name.chars().anyMatch(Names::breaksLine)) {
      return Optional.of("a name must not hold line ends or control characters");
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
    return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
  }
}
