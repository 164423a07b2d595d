package dev.flotilla.model;

import dev.flotilla.crdt.sequence.Origin;
import java.math.BigDecimal;
import java.util.Optional;

/// What a slot can hold. Values are canonical: equal meaning, equal value, equal bytes.
///
/// May be what somebody typed, so it is not limited: the planner refuses what breaks [ModelLimits].
public sealed interface Value {
  /// True or false. Presence and elements of sets hold true, or [Absent].
  record Bool(boolean value) implements Value {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);
  }

  /// A decimal number without trailing zeros: 1.50 and 1.5 are one value.
  @SuppressWarnings("AvoidCommonTypeNames") // the word of flag types; always written Value.Number
  record Number(BigDecimal value) implements Value {
    public Number {
      value = value.stripTrailingZeros();
    }

    /// The whole number `value`.
    public static Number of(long value) {
      return new Number(BigDecimal.valueOf(value));
    }
  }

  /// A text.
  record Text(String value) implements Value {}

  /// A JSON object or other JSON value as compact text. Whoever makes it has checked that it is
  /// JSON; the model does not look inside.
  record Json(String text) implements Value {}

  /// Where a rule stands: the write that holds it is a position in the order of the rules, and this
  /// says where that hangs.
  record Position(Origin origin) implements Value {}

  /// In which folder another one is put.
  ///
  /// @param counter greater than that of every move the author has seen; with the author's replica
  ///   the timestamp of the move
  /// @param parent the key of a folder; none for the top level
  record Move(long counter, Optional<String> parent) implements Value {
    public Move {
      if (counter < 1) {
        throw new IllegalArgumentException("counter below 1: " + counter);
      }
    }
  }

  /// Not set, removed, deleted.
  record Absent() implements Value {
    private static final Absent INSTANCE = new Absent();
  }

  /// Not set, removed, deleted.
  static Absent absent() {
    return Absent.INSTANCE;
  }

  /// A truth value.
  static Bool of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /// A text value.
  static Text of(String text) {
    return new Text(text);
  }

  /// The value for people: plain digits, the text itself, nothing for [Absent] and for what says
  /// nothing by itself.
  default String display() {
    return switch (this) {
      case Bool(var value) -> String.valueOf(value);
      case Number(var value) ->
          Math.abs((long) value.scale()) <= ModelLimits.NUMBER_EXPONENT_MAX
              ? value.toPlainString()
              : value.toString();
      case Text(var value) -> value;
      case Json(var text) -> text;
      case Move(_, var parent) -> parent.orElse("");
      case Position _, Absent _ -> "";
    };
  }

  /// Whether something is there.
  default boolean isPresent() {
    return !(this instanceof Absent);
  }

  /// The kind of value in a sentence: `a number`, `a text`.
  default String noun() {
    return switch (this) {
      case Bool _ -> "true or false";
      case Number _ -> "a number";
      case Text _ -> "a text";
      case Json _ -> "a JSON value";
      case Position _ -> "a place among rules";
      case Move _ -> "a place among folders";
      case Absent _ -> "nothing";
    };
  }
}
