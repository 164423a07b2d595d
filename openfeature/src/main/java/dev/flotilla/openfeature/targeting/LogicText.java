package dev.flotilla.openfeature.targeting;

import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Lays JSONLogic out for reading: what fits stands on one line, such as a whole test, and is
/// broken only where it does not.
public final class LogicText {
  private static final int WIDTH = 46;

  private LogicText() {}

  /// The same JSON over as few lines as can be read.
  ///
  /// @throws IllegalArgumentException if the text is not JSON
  public static String pretty(String json) {
    return pretty(JsonText.tree(json), 0, 0);
  }

  /// @param lead what stands before the value on its line, without the indent
  private static String pretty(JsonValue value, int depth, int lead) {
    var line = oneLine(value);
    if (2 * depth + lead + line.length() <= WIDTH) {
      return line;
    }
    return switch (value) {
      case JsonArray(var _, var elements) when !elements.isEmpty() ->
          lines(
              '[', elements.stream().map(each -> pretty(each, depth + 1, 0)).toList(), ']', depth);
      // An operator and its arguments begin on one line.
      case JsonObject(var _, var members) when members.size() == 1 -> {
        var only = members.firstEntry();
        var operator = "{" + name(only.getKey());
        yield operator + pretty(only.getValue(), depth, lead + operator.length()) + "}";
      }
      case JsonObject(var _, var members) when !members.isEmpty() -> {
        var parts = new ArrayList<String>();
        members.forEach(
            (name, each) -> parts.add(name(name) + pretty(each, depth + 1, name(name).length())));
        yield lines('{', parts, '}', depth);
      }
      case JsonValue _ -> line;
    };
  }

  private static String lines(char open, List<String> parts, char close, int depth) {
    var indent = "\n" + "  ".repeat(depth + 1);
    return open + indent + String.join("," + indent, parts) + "\n" + "  ".repeat(depth) + close;
  }

  private static String oneLine(JsonValue value) {
    return switch (value) {
      case JsonArray(var _, var elements) ->
          elements.stream().map(LogicText::oneLine).collect(Collectors.joining(", ", "[", "]"));
      case JsonObject(var _, var members) ->
          members.entrySet().stream()
              .map(member -> name(member.getKey()) + oneLine(member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case JsonValue plain -> JsonText.compact(plain);
    };
  }

  private static String name(String name) {
    return JsonText.quote(name) + ": ";
  }
}
