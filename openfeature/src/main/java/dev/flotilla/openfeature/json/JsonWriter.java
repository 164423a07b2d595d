package dev.flotilla.openfeature.json;

import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonBool;
import dev.flotilla.openfeature.json.JsonValue.JsonNull;
import dev.flotilla.openfeature.json.JsonValue.JsonNumber;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;

/// Writes a tree as text: on one line without blanks, or with two blanks a level.
final class JsonWriter {
  // Short arrays of plain values, such as ["red", 25], read better on one line.
  private static final int ONE_LINE_MAX = 72;

  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  static String compact(JsonValue value) {
    var writer = new JsonWriter(false);
    writer.write(value, 0);
    return writer.out.toString();
  }

  static String pretty(JsonValue value) {
    var writer = new JsonWriter(true);
    writer.write(value, 0);
    return writer.out.toString();
  }

  static String quote(String text) {
    var quoted = new StringBuilder(text.length() + 2);
    quote(text, quoted);
    return quoted.toString();
  }

  private void write(JsonValue value, int depth) {
    switch (value) {
      case JsonNull _ -> out.append("null");
      case JsonBool(var _, var bool) -> out.append(bool);
      case JsonNumber(var _, var text) -> out.append(text);
      case JsonString(var _, var text) -> quote(text, out);
      case JsonArray array -> write(array, depth);
      case JsonObject object -> write(object, depth);
    }
  }

  private void write(JsonArray array, int depth) {
    if (pretty && writeOnOneLine(array)) {
      return;
    }
    out.append('[');
    boolean first = true;
    for (var element : array.elements()) {
      separate(first, depth + 1);
      first = false;
      write(element, depth + 1);
    }
    close(first, depth, ']');
  }

  private boolean writeOnOneLine(JsonArray array) {
    int start = out.length();
    out.append('[');
    for (var element : array.elements()) {
      if (element instanceof JsonArray || element instanceof JsonObject) {
        out.setLength(start);
        return false;
      }
      if (out.length() > start + 1) {
        out.append(", ");
      }
      write(element, 0);
      if (out.length() - start > ONE_LINE_MAX) {
        out.setLength(start);
        return false;
      }
    }
    out.append(']');
    return true;
  }

  private void write(JsonObject object, int depth) {
    out.append('{');
    boolean first = true;
    for (var member : object.members().entrySet()) {
      separate(first, depth + 1);
      first = false;
      quote(member.getKey(), out);
      out.append(pretty ? ": " : ":");
      write(member.getValue(), depth + 1);
    }
    close(first, depth, '}');
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(',');
    }
    newLine(depth);
  }

  private void close(boolean empty, int depth, char bracket) {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) {
    if (pretty) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        // Line separators are legal in JSON and break scripts that embed it.
        case '\u2028', '\u2029' -> escape(c, out);
        default -> {
          if (c < ' ' || c == 0x7f) {
            escape(c, out);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u").append(String.format("%04x", (int) c));
  }
}
