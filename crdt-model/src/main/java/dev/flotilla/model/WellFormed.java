package dev.flotilla.model;

import java.util.Optional;

/// What every replica must be able to store and send: limits and well-formed Unicode. The planner
/// refuses what does not fit, and so does the decoder of everybody else.
final class WellFormed {
  private WellFormed() {}

  /// What is wrong with `text`, to follow the name of the text in a sentence.
  static Optional<String> problem(String text, int bytesMax) {
    // Every char takes a byte at least, so that a huge text is refused without a look at it.
    if (text.length() > bytesMax || ModelLimits.utf8Length(text) > bytesMax) {
      return Optional.of("is longer than " + bytesMax + " bytes");
    }
    int lone = loneSurrogate(text);
    return lone < 0
        ? Optional.empty()
        : Optional.of("is not well-formed Unicode at position " + (lone + 1));
  }

  /// What is wrong with `value`, to follow "the value" in a sentence.
  static Optional<String> problem(Value value) {
    return switch (value) {
      case Value.Text(var text) -> problem(text, ModelLimits.VALUE_BYTES_MAX);
      case Value.Json(var text) -> problem(text, ModelLimits.VALUE_BYTES_MAX);
      case Value.Number(var number) -> {
        if (number.precision() > ModelLimits.NUMBER_DIGITS_MAX) {
          yield Optional.of("has more than " + ModelLimits.NUMBER_DIGITS_MAX + " digits");
        }
        if (Math.abs((long) number.scale()) > ModelLimits.NUMBER_EXPONENT_MAX) {
          yield Optional.of("is too large or too small a number");
        }
        yield Optional.empty();
      }
      case Value.Move(_, var parent) ->
          parent.flatMap(folder -> problem(folder, ModelLimits.KEY_BYTES_MAX));
      case Value.Bool _, Value.Position _, Value.Absent _ -> Optional.empty();
    };
  }

  /// What is wrong with a slot, as a whole sentence without its end.
  static Optional<String> problem(Slot slot) {
    return problem(slot.entity().kind(), ModelLimits.KEY_BYTES_MAX)
        .or(() -> problem(slot.entity().key(), ModelLimits.KEY_BYTES_MAX))
        .map(problem -> "A key " + problem)
        .or(() ->
            switch (slot) {
              case Slot.Presence _ -> Optional.empty();
              case Slot.Field(_, var name) ->
                  problem(name, ModelLimits.FIELD_NAME_BYTES_MAX)
                      .map(problem -> "The name of a field " + problem);
              case Slot.Element(_, var set, var element) ->
                  problem(set, ModelLimits.KEY_BYTES_MAX)
                      .or(() -> problem(element, ModelLimits.KEY_BYTES_MAX))
                      .map(problem -> "An element of a set " + problem);
            });
  }

  /// `name`, if it can be the name of a device, a member or a workspace.
  static String name(String what, String name) {
    problem(name, ModelLimits.KEY_BYTES_MAX)
        .ifPresent(problem -> {
          throw new IllegalArgumentException(what + " " + problem);
        });
    return name;
  }

  private static int loneSurrogate(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return -1;
  }
}
