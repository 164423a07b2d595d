package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonText;

/// Whether two values of a field mean the same.
final class Same {
  private Same() {}

  /// Members of an object have no order, 1.0 is 1, and a text that is not set is empty: such
  /// differences are no reason for an edit, which would compete with writes of others.
  static boolean same(String field, Value one, Value other) {
    var a = settled(field, one);
    var b = settled(field, other);
    if (a.equals(b)) {
      return true;
    }
    return a instanceof Value.Json(var left)
        && b instanceof Value.Json(var right)
        && JsonText.parseError(left).isEmpty()
        && JsonText.parseError(right).isEmpty()
        && JsonText.tree(left).sameAs(JsonText.tree(right));
  }

  private static Value settled(String field, Value value) {
    boolean unset =
        switch (field) {
          case FieldNames.DESCRIPTION, FieldNames.OWNER -> value.equals(Value.of(""));
          case FieldNames.ARCHIVED -> value.equals(Value.of(false));
          default -> field.endsWith("/state") && value.equals(Value.of(false));
        };
    return unset ? Value.absent() : value;
  }
}
