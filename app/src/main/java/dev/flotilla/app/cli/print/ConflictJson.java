package dev.flotilla.app.cli.print;

import dev.flotilla.model.Alternative;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shape of conflicts for machines; documented in `docs/cli.md` and stable.
public final class ConflictJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConflictJson() {}

  /// All of these, in their order.
  public static ArrayNode of(List<Conflict> conflicts, Workspace workspace) {
    ArrayNode array = JSON.arrayNode();
    conflicts.forEach(conflict -> array.add(of(conflict, workspace)));
    return array;
  }

  private static ObjectNode of(Conflict conflict, Workspace workspace) {
    ObjectNode node = JSON.objectNode();
    node.put("id", conflict.id());
    node.put("kind", kind(conflict));
    node.put("entity", conflict.entity().kind());
    node.put("key", conflict.entity().key());
    node.put("field", field(conflict));
    ArrayNode alternatives = node.putArray("alternatives");
    for (int index = 0; index < conflict.alternatives().size(); index++) {
      alternatives.add(alternative(conflict, index, workspace));
    }
    return node;
  }

  private static ObjectNode alternative(Conflict conflict, int index, Workspace workspace) {
    Alternative alternative = conflict.alternatives().get(index);
    ObjectNode node = JSON.objectNode();
    node.put("index", index);
    node.set("value", value(conflict, index));
    node.put("device", Devices.name(workspace, alternative.author()));
    node.put("replica", alternative.author().toString());
    node.put("at", Moments.json(alternative.at()));
    node.put("current", index == 0);
    return node;
  }

  /// The place of a rule that was moved is its number in the list, from 1.
  private static JsonNode value(Conflict conflict, int index) {
    return conflict instanceof Conflict.MovedRule rule
        ? JSON.numberNode(rule.places().get(index))
        : Values.json(conflict.alternatives().get(index).value());
  }

  /// `write-write`, `delete-update`, `add-remove`, `removed-rule`, `moved-rule`, `requirement`,
  /// `prerequisite-cycle`, `moved-folder`, `folder-cycle`, `missing-variant` or `wrong-type`.
  public static String kind(Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite _ -> "write-write";
      case Conflict.DeleteUpdate _ -> "delete-update";
      case Conflict.AddRemove _ -> "add-remove";
      case Conflict.RemovedRule _ -> "removed-rule";
      case Conflict.MovedRule _ -> "moved-rule";
      case Conflict.Requirement _ -> "requirement";
      case Conflict.PrerequisiteCycle _ -> "prerequisite-cycle";
      case Conflict.MovedFolder _ -> "moved-folder";
      case Conflict.FolderCycle _ -> "folder-cycle";
      case Conflict.MissingVariant _ -> "missing-variant";
      case Conflict.WrongType _ -> "wrong-type";
    };
  }

  /// What the conflict is about: a field, `tags/beta`, or nothing for the entity as a whole.
  public static String field(Conflict conflict) {
    return switch (conflict) {
      case Conflict.WriteWrite write -> write.field();
      case Conflict.DeleteUpdate _ -> "";
      case Conflict.AddRemove add -> add.set() + "/" + add.element();
      case Conflict.RemovedRule rule -> rule.slot().set() + "/" + rule.rule();
      case Conflict.MovedRule rule -> rule.slot().name();
      case Conflict.Requirement requirement -> requirement.slot().set() + "/" + requirement.other();
      case Conflict.PrerequisiteCycle cycle -> cycle.slot().set() + "/" + cycle.required(0);
      case Conflict.MovedFolder folder -> folder.slot().name();
      case Conflict.FolderCycle cycle -> cycle.slot().name();
      case Conflict.MissingVariant missing ->
          missing.place().orElse("")
              + (missing.environment().isPresent() ? "" : "/" + missing.flag());
      case Conflict.WrongType wrong -> wrong.slot().name();
    };
  }
}
