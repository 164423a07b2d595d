package dev.flotilla.model;

/// How a conflict is resolved.
public sealed interface Choice {
  /// Takes one of the alternatives of the conflict, counted from 0.
  record Pick(int alternative) implements Choice {}

  /// Puts another value into the field of a [Conflict.WriteWrite], or into the variant of a
  /// [Conflict.MissingVariant] or [Conflict.WrongType].
  record Put(Value value) implements Choice {}
}
