package dev.flotilla.model;

import dev.flotilla.model.Refusal.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be a key, a name or an element.
public final class Keys {
  private static final Pattern ENVIRONMENT_NAME =
      Pattern.compile("[A-Za-z0-9._-]{1," + ModelLimits.ENVIRONMENT_NAME_LENGTH_MAX + "}");

  private Keys() {}

  /// Why `key` cannot be used, if it cannot: it must have something to see, no white space around
  /// it, no control characters, and at most [ModelLimits#KEY_BYTES_MAX] bytes.
  ///
  /// @param what how the sentence calls it, such as `A flag key`
  public static Optional<Refusal> check(String what, String key) {
    return problem(key).map(problem -> new Refusal(Reason.INVALID_KEY, what + " " + problem + "."));
  }

  /// Why `name` cannot be the name of an environment, if it cannot.
  public static Optional<Refusal> checkEnvironment(String name) {
    return ENVIRONMENT_NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.INVALID_KEY,
                "The name of an environment has 1 to %d letters, digits, dots, dashes or underscores."
                    .formatted(ModelLimits.ENVIRONMENT_NAME_LENGTH_MAX)));
  }

  private static Optional<String> problem(String key) {
    if (key.isBlank()) {
      return Optional.of("must not be empty");
    }
    if (!key.equals(key.strip())) {
      return Optional.of("must not start or end with white space");
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("must not have control characters such as line breaks");
    }
    return WellFormed.problem(key, ModelLimits.KEY_BYTES_MAX);
  }
}
