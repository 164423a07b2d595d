package dev.flotilla.app.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.Position;
import org.jspecify.annotations.Nullable;

/// Finds the line of what a schema does not like.
final class ErrorPlace {
  private ErrorPlace() {}

  static SchemaFinding of(Error error, JsonValue root) {
    JsonPath path = JsonPath.ROOT;
    JsonValue at = root;
    NodePath location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      JsonValue next = step(at, location.getElement(i));
      if (next == null) {
        break;
      }
      path =
          at instanceof JsonArray
              ? path.element(Integer.parseInt(location.getName(i)))
              : path.member(location.getName(i));
      at = next;
    }
    // A member that should not be there is the place itself, not the object around it.
    String member = error.getProperty();
    JsonValue extra = member == null ? null : step(at, member);
    if (member != null && extra != null) {
      at = extra;
      path = path.member(member);
    }
    Position place = at.at();
    return new SchemaFinding(
        place.line(), place.column(), path.toString(), String.valueOf(error.getMessage()));
  }

  private static @Nullable JsonValue step(JsonValue from, Object name) {
    return switch (from) {
      case JsonObject object -> object.members().get(String.valueOf(name));
      case JsonArray array -> element(array, name);
      default -> null;
    };
  }

  private static @Nullable JsonValue element(JsonArray array, Object index) {
    int at = index instanceof Integer number ? number : -1;
    return at >= 0 && at < array.elements().size() ? array.elements().get(at) : null;
  }
}
