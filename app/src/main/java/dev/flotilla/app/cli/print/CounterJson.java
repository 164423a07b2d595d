package dev.flotilla.app.cli.print;

import dev.flotilla.model.Counter;
import dev.flotilla.model.Workspace;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shape of a counter for machines; documented in `docs/cli.md` and stable.
public final class CounterJson {
  private CounterJson() {}

  /// One counter.
  public static ObjectNode of(Counter counter, Workspace workspace) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("key", counter.key());
    node.put("description", counter.description());
    node.put("value", counter.value());
    ArrayNode by = node.putArray("by");
    counter
        .contributions()
        .forEach((replica, amount) ->
            by.addObject()
                .put("device", Devices.name(workspace, replica))
                .put("replica", replica.toString())
                .put("counted", amount));
    node.set("lastChange", FlagJson.lastChange(counter.lastChange(), workspace));
    node.set("conflicts", ConflictJson.of(workspace.conflicts(counter.id()), workspace));
    return node;
  }
}
