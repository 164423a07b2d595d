package dev.flotilla.openfeature.evaluate;

import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `user.address.0.city` out of a context.
final class DataPath {
  private DataPath() {}

  /// What is at this path; all of the data if it is empty, `otherwise` if there is nothing.
  static JsonValue read(JsonValue data, JsonValue path, JsonValue otherwise) {
    var text = Coercion.text(path);
    if (text.isEmpty()) {
      return data;
    }
    // A name with dots is not written apart by applications that set it as it is.
    if (data instanceof JsonObject(var _, var members) && members.containsKey(text)) {
      return orElse(members.get(text), otherwise);
    }
    JsonValue at = data;
    for (var step : text.split("\\.", -1)) {
      at =
          switch (at) {
            case JsonObject(var _, var members) -> members.getOrDefault(step, Coercion.NULL);
            case JsonArray(var _, var elements) -> element(elements, step);
            case JsonValue _ -> Coercion.NULL;
          };
    }
    return orElse(at, otherwise);
  }

  private static JsonValue element(List<JsonValue> elements, String step) {
    boolean index =
        !step.isEmpty() && step.length() < 9 && step.chars().allMatch(Character::isDigit);
    int at = index ? Integer.parseInt(step) : -1;
    return at >= 0 && at < elements.size() ? elements.get(at) : Coercion.NULL;
  }

  private static JsonValue orElse(@Nullable JsonValue found, JsonValue otherwise) {
    return found == null || found instanceof JsonNull ? otherwise : found;
  }
}
