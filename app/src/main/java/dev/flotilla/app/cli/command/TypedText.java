package dev.flotilla.app.cli.command;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.ParsedValue;
import dev.flotilla.openfeature.json.ValueText;
import java.util.Collection;
import java.util.List;

/// Reads values from the command line. Refuses what is not of the wanted type.
final class TypedText {
  private static final List<FlagType> GUESSED =
      List.of(FlagType.BOOLEAN, FlagType.NUMBER, FlagType.OBJECT);

  private TypedText() {}

  /// A value for a flag of this type; `what` starts the sentence if it is none.
  static Value value(String what, FlagType type, String text) {
    return switch (ValueText.parse(type, text)) {
      case ParsedValue.Ok(var value) -> value;
      case ParsedValue.Wrong(var sentence) ->
          throw new CommandRefused(what + " takes " + type.id() + " values. " + sentence);
    };
  }

  /// The type that fits all of these texts.
  static FlagType typeOf(Collection<String> texts) {
    return GUESSED.stream()
        .filter(type -> texts.stream().allMatch(text -> fits(type, text)))
        .findFirst()
        .orElse(FlagType.STRING);
  }

  /// Metadata is text, a number or a boolean, whichever the text looks like.
  static Value metadata(String text) {
    return switch (ValueText.guess(text)) {
      case ParsedValue.Ok(var value) -> value;
      case ParsedValue.Wrong(var sentence) -> throw new CommandRefused(sentence);
    };
  }

  /// Compact JSON of any kind; says line and column of what is wrong.
  static Value.Json json(String text) {
    JsonText.parseError(text)
        .ifPresent(error -> {
          throw new CommandRefused("This is not JSON, " + error + ".");
        });
    return new Value.Json(JsonText.compact(text));
  }

  private static boolean fits(FlagType type, String text) {
    return ValueText.parse(type, text) instanceof ParsedValue.Ok;
  }
}
