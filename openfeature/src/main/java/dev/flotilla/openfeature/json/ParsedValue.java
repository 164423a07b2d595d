package dev.flotilla.openfeature.json;

import dev.flotilla.model.Value;
import java.util.Optional;

/// What came of reading a value that a user typed.
public sealed interface ParsedValue {
  /// The value, of the kind that was asked for.
  record Ok(Value value) implements ParsedValue {}

  /// No such value; the sentence says what to write instead.
  record Wrong(String sentence) implements ParsedValue {}

  /// The sentence about what is wrong, if something is.
  default Optional<String> problem() {
    return this instanceof Wrong(var sentence) ? Optional.of(sentence) : Optional.empty();
  }

  /// The value.
  ///
  /// @throws IllegalStateException if there is a [#problem()]
  default Value get() {
    return switch (this) {
      case Ok(var value) -> value;
      case Wrong(var sentence) -> throw new IllegalStateException(sentence);
    };
  }
}
