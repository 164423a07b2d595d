package dev.flotilla.app.desktop.editor;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Variants in JSONLogic: a text is the name of a variant where it is a result, that is at the top,
/// in a branch of `if`, or in a share of `fractional`. In a condition it is only a text.
final class VariantInLogic {
  private VariantInLogic() {}

  /// Whether `json` can give `variant`. What is no JSON gives nothing.
  static boolean leadsTo(String json, String variant) {
    return JsonText.parseError(json).isEmpty() && leadsTo(JsonText.tree(json), variant);
  }

  private static boolean leadsTo(JsonValue logic, String variant) {
    return !renamed(logic, variant, variant + "\u0000").sameAs(logic);
  }

  /// `json` with another name for a variant; unchanged where it does not lead to it.
  static String renamed(String json, String variant, String newName) {
    return JsonText.parseError(json).isEmpty()
        ? JsonText.compact(renamed(JsonText.tree(json), variant, newName))
        : json;
  }

  private static JsonValue renamed(JsonValue logic, String variant, String newName) {
    return switch (logic) {
      case JsonString(var at, var text) when text.equals(variant) -> new JsonString(at, newName);
      case JsonObject(var at, var members) when members.size() == 1 -> {
        String operator = members.firstEntry().getKey();
        var changed = new LinkedHashMap<String, JsonValue>();
        changed.put(operator, inside(operator, members.firstEntry().getValue(), variant, newName));
        yield new JsonObject(at, changed);
      }
      default -> logic;
    };
  }

  private static JsonValue inside(
      String operator, JsonValue argument, String variant, String newName) {
    if (!(argument instanceof JsonArray(var at, var elements))) {
      return argument;
    }
    List<JsonValue> changed = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      JsonValue element = elements.get(i);
      changed.add(
          switch (operator) {
            case "if" ->
                i % 2 == 1 || i == elements.size() - 1
                    ? renamed(element, variant, newName)
                    : element;
            case "fractional" -> share(element, variant, newName);
            default -> element;
          });
    }
    return new JsonArray(at, changed);
  }

  // A share is a pair; what is no pair is the text that decides.
  private static JsonValue share(JsonValue element, String variant, String newName) {
    if (!(element instanceof JsonArray(var at, var pair)) || pair.isEmpty()) {
      return element;
    }
    List<JsonValue> changed = new ArrayList<>(pair);
    changed.set(0, renamed(pair.getFirst(), variant, newName));
    return new JsonArray(at, changed);
  }
}
