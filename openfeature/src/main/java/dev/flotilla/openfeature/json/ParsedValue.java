package dev.flotilla.openfeature.json;

import dev.flotilla.model.Value;

/// What came of reading a value that a user typed.
public sealed interface ParsedValue {
  /// The value, of the kind that was asked for.
  record Ok(Value value) implements ParsedValue {}

  /// No such value; the sentence says what to write instead.
  record Wrong(String sentence) implements ParsedValue {}
}
