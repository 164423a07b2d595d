package dev.flotilla.app.desktop.text;

import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;

/// Values and types in words.
public final class Values {
  /// Longest value shown in one line of a table, in characters.
  private static final int SHORT = 40;

  private Values() {}

  /// The value as it is typed into a field.
  public static String text(Value value) {
    return switch (value) {
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Number number -> number.value().toPlainString();
      case Value.Text text -> text.value();
      case Value.Json json -> json.text();
      case Value.Move move -> move.parent().orElse("");
      case Value.Position _, Value.Absent _ -> "";
    };
  }

  /// The value in one short line.
  public static String brief(Value value) {
    String text = text(value).replace('\n', ' ');
    return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
  }

  public static String name(FlagType type, Texts texts) {
    return switch (type) {
      case BOOLEAN -> texts.of("type.boolean");
      case STRING -> texts.of("type.string");
      case NUMBER -> texts.of("type.number");
      case OBJECT -> texts.of("type.object");
    };
  }

  public static String name(FlagKind kind, Texts texts) {
    return switch (kind) {
      case RELEASE -> texts.of("kind.release");
      case EXPERIMENT -> texts.of("kind.experiment");
      case OPERATIONAL -> texts.of("kind.operational");
      case KILL_SWITCH -> texts.of("kind.killSwitch");
      case PERMISSION -> texts.of("kind.permission");
    };
  }
}
