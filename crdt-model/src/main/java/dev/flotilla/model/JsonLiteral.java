package dev.flotilla.model;

/// The outcome of a rule as JSON.
final class JsonLiteral {
  private JsonLiteral() {}

  /// A text becomes a JSON string, JSON stays what it is, anything else is `null`: what leads to
  /// the default variant.
  static String of(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.Json(var text) -> text;
      case Value.Bool _, Value.Number _, Value.Position _, Value.Move _, Value.Absent _ -> "null";
    };
  }

  private static String quoted(String text) {
    var json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
