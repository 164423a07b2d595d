package dev.flotilla.app.exchange;

import dev.flotilla.app.exchange.Incoming.Reading;
import dev.flotilla.openfeature.json.JsonComments;
import dev.flotilla.openfeature.json.JsonLimits;
import dev.flotilla.openfeature.json.JsonParse.Parsed;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds out what a file is by what is in it, and reads it.
public final class IncomingReader {
  // Where the first character of a text can stand behind comments, that is all there is to see.
  private static final int LOOKED_AT = 4_096;

  private IncomingReader() {}

  /// Reads a file. Cost: O(length); never throws for what a file can hold.
  public static Reading read(byte[] bytes) {
    if (!looksLikeJson(bytes)) {
      return CsvReading.read(bytes);
    }
    return whole(bytes).map(WorkspaceIncoming::read).orElseGet(() -> FlagdIncoming.read(bytes));
  }

  private static Optional<JsonObject> whole(byte[] bytes) {
    if (bytes.length > JsonLimits.DOCUMENT_BYTES_MAX) {
      return Optional.empty();
    }
    var text = JsonComments.blanked(new String(bytes, StandardCharsets.UTF_8));
    return JsonText.parse(text) instanceof Parsed(JsonObject object, var repeated)
            && repeated.isEmpty()
            && object.members().get(WorkspaceText.FORMAT) instanceof JsonString(_, var format)
            && format.equals(WorkspaceText.FORMAT_NAME)
        ? Optional.of(object)
        : Optional.empty();
  }

  /// Whether the first thing in the file is what a JSON document starts with. A table starts with
  /// the name of a column.
  private static boolean looksLikeJson(byte[] bytes) {
    for (int index = 0; index < Math.min(bytes.length, LOOKED_AT); index++) {
      int c = bytes[index] & 0xFF;
      boolean skipped = c <= ' ' || c == 0xEF || c == 0xBB || c == 0xBF;
      if (!skipped) {
        return c == '{' || c == '[' || c == '/';
      }
    }
    return true;
  }
}
