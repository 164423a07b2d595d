package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.openfeature.json.JsonText;

/// Names and values of a preview in words.
final class ImportWords {
  private ImportWords() {}

  /// The key of a flag; of anything else, what it is and its key.
  static String name(ImportRow row, Texts texts) {
    String key = row.item().key();
    return switch (row.item().entity().kind()) {
      case EntityId.FLAG -> key;
      case EntityId.ENVIRONMENT -> texts.of("import.environment", key);
      case EntityId.TAG_SET -> texts.of("import.tagSet", key);
      case EntityId.FOLDER -> texts.of("import.folder", key);
      case EntityId.COUNTER -> texts.of("import.counter", key);
      default -> texts.of("import.workspace");
    };
  }

  /// A value as people read it.
  static String value(String field, String text, Texts texts) {
    if (text.isEmpty()) {
      return texts.of("field.absent");
    }
    if (field.endsWith("/state")) {
      return texts.of(text.equals("true") ? "field.state.on" : "field.state.off");
    }
    boolean isJson = text.startsWith("{") || text.startsWith("[");
    return isJson && JsonText.parseError(text).isEmpty() ? JsonText.pretty(text) : text;
  }
}
