package dev.flotilla.app.cli.print;

import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// History, for people and for machines.
public final class LogPrint {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LogPrint() {}

  /// One line for each change, newest first.
  public static TextTable table(List<LogEntry> entries) {
    var table = new TextTable("AT", "BY", "MESSAGE", "WHAT");
    for (LogEntry entry : entries) {
      table.row(
          Moments.text(entry.at()),
          entry.deviceName(),
          entry.message(),
          ChangeText.summary(entry.operations()));
    }
    return table;
  }

  /// The same for machines; documented in `docs/cli.md` and stable.
  public static ArrayNode json(List<LogEntry> entries) {
    ArrayNode array = JSON.arrayNode();
    entries.forEach(entry -> array.add(json(entry)));
    return array;
  }

  static ObjectNode json(LogEntry entry) {
    ObjectNode node = JSON.objectNode();
    node.put("hash", entry.hash().toString());
    node.put("device", entry.deviceName());
    node.put("replica", entry.author().toString());
    node.put("seq", entry.seq());
    node.put("at", Moments.json(entry.at()));
    node.put("message", entry.message());
    ArrayNode operations = node.putArray("operations");
    entry.operations().forEach(operation -> operations.add(json(operation)));
    node.set("past", StatusJson.vector(entry.past()));
    return node;
  }

  private static ObjectNode json(Operation operation) {
    ObjectNode node = JSON.objectNode();
    return switch (operation) {
      case Operation.OpenReplica open ->
          node.put("operation", "open-replica").put("device", open.deviceName());
      case Operation.FoundWorkspace found ->
          node.put("operation", "found-workspace").put("name", found.name());
      case Operation.AdmitMember admit ->
          node.put("operation", "admit-member")
              .put("device", admit.name())
              .put("role", FlagJson.word(admit.role()));
      case Operation.Write write -> write(node, write.slot(), write.value());
      case Operation.Unknown unknown ->
          node.put("operation", "unknown").put("type", unknown.type());
    };
  }

  private static ObjectNode write(ObjectNode node, Slot slot, Value value) {
    node.put("operation", "write");
    node.put("entity", slot.entity().kind());
    node.put("key", slot.entity().key());
    switch (slot) {
      case Slot.Presence _ -> node.put("field", "");
      case Slot.Field field -> node.put("field", field.name());
      case Slot.Element element -> node.put("field", element.set() + "/" + element.element());
    }
    node.set("value", Values.json(value));
    return node;
  }
}
