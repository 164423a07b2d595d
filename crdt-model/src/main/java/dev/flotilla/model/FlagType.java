package dev.flotilla.model;

import java.util.Arrays;
import java.util.Optional;

/// What kind of value a flag has. All of its variants are of this type.
public enum FlagType {
  BOOLEAN("boolean"),
  STRING("string"),
  NUMBER("number"),
  OBJECT("object");

  private final String id;

  FlagType(String id) {
    this.id = id;
  }

  /// The name in fields, files and commands.
  public String id() {
    return id;
  }

  /// The type named `id`, if there is one.
  public static Optional<FlagType> parse(String id) {
    return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
  }

  /// Whether `value` can be a variant of a flag of this type.
  public boolean accepts(Value value) {
    return switch (value) {
      case Value.Bool _ -> this == BOOLEAN;
      case Value.Text _ -> this == STRING;
      case Value.Number _ -> this == NUMBER;
      case Value.Json _ -> this == OBJECT;
      case Value.Position _, Value.Move _, Value.Absent _ -> false;
    };
  }

  /// A value of this type in a sentence.
  String noun() {
    return switch (this) {
      case BOOLEAN -> "true or false";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case OBJECT -> "a JSON value";
    };
  }

  /// The type whose variants look like `value`, if there is one.
  public static Optional<FlagType> of(Value value) {
    return Arrays.stream(values()).filter(type -> type.accepts(value)).findFirst();
  }

  @Override
  public String toString() {
    return id;
  }
}
