package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonError;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/// Typed values as text, in both directions.
final class ValueText {
  /// A text read as a value: the value, or one sentence about what is wrong.
  sealed interface Parsed {
    record Good(Value value) implements Parsed {}

    record Bad(String sentence) implements Parsed {}
  }

  private ValueText() {}

  static Parsed parse(FlagType type, String text, Texts texts) {
    return switch (type) {
      case BOOLEAN -> bool(text.strip(), texts);
      case STRING -> new Parsed.Good(new Value.Text(text));
      case NUMBER -> number(text.strip(), texts);
      case OBJECT -> json(text, texts);
    };
  }

  /// The error of `text` as a value of `type`, if there is one.
  static Optional<String> error(FlagType type, String text, Texts texts) {
    return switch (parse(type, text, texts)) {
      case Parsed.Good _ -> Optional.empty();
      case Parsed.Bad bad -> Optional.of(bad.sentence());
    };
  }

  /// As the field shows it: JSON spread over lines.
  static String show(Value value) {
    return switch (value) {
      case Value.Json json -> JsonText.pretty(json.text());
      case Value.Bool _, Value.Number _, Value.Text _, Value.Absent _ -> Values.text(value);
    };
  }

  /// Metadata has no declared type: true, false and numbers are read as such, all else is text.
  static Value guess(String text) {
    String stripped = text.strip();
    if (stripped.equals("true") || stripped.equals("false")) {
      return new Value.Bool(Boolean.parseBoolean(stripped));
    }
    try {
      return new Value.Number(new BigDecimal(stripped));
    } catch (NumberFormatException _) {
      return new Value.Text(text);
    }
  }

  private static Parsed bool(String text, Texts texts) {
    return text.equals("true") || text.equals("false")
        ? new Parsed.Good(new Value.Bool(Boolean.parseBoolean(text)))
        : new Parsed.Bad(texts.of("value.notBoolean"));
  }

  private static Parsed number(String text, Texts texts) {
    try {
      return new Parsed.Good(new Value.Number(new BigDecimal(text)));
    } catch (NumberFormatException _) {
      return new Parsed.Bad(texts.of("value.notNumber"));
    }
  }

  private static Parsed json(String text, Texts texts) {
    Optional<JsonError> error = JsonText.parseError(text);
    if (error.isPresent()) {
      return new Parsed.Bad(
          texts.of(
              "value.notJson", error.get().line(), error.get().column(), error.get().sentence()));
    }
    return JsonText.tree(text) instanceof JsonValue.JsonObject
        ? new Parsed.Good(new Value.Json(JsonText.compact(text)))
        : new Parsed.Bad(texts.of("value.notObject"));
  }
}
