package dev.flotilla.app.desktop.control.code;

import dev.flotilla.openfeature.json.JsonText;
import java.util.List;

/// What is wrong with a text that should be JSON.
public final class JsonMarks {
  private JsonMarks() {}

  /// The place where the text stops being JSON; nothing for JSON, and for a text that is blank.
  public static List<CodeMark> syntax(String text) {
    return text.isBlank()
        ? List.of()
        : JsonText.parseError(text).stream()
            .map(error -> CodeMark.error(error.line(), error.column(), error.sentence()))
            .toList();
  }
}
