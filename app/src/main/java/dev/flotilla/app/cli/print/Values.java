package dev.flotilla.app.cli.print;

import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.ValueText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// How a value of the workspace looks.
public final class Values {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Values() {}

  /// On one line, for people: text without quotes, JSON compact, `-` for nothing.
  public static String text(Value value) {
    return value.isPresent() ? ValueText.show(value) : "-";
  }

  /// As the JSON value that it means; nothing is `null`.
  public static JsonNode json(Value value) {
    return switch (value) {
      case Value.Bool(boolean bool) -> JSON.booleanNode(bool);
      case Value.Number(var number) -> JSON.numberNode(number);
      case Value.Text(String text) -> JSON.stringNode(text);
      case Value.Json(String json) -> Output.tree(json);
      case Value.Move(_, var parent) ->
          parent.<JsonNode>map(JSON::stringNode).orElse(JSON.nullNode());
      case Value.Position _, Value.Absent _ -> JSON.nullNode();
    };
  }
}
