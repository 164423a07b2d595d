package dev.flotilla.app.cli.print;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shapes of tag sets and environments for machines; documented in `docs/cli.md` and stable.
public final class TagSetJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TagSetJson() {}

  /// One tag set.
  public static ObjectNode of(TagSet set, Workspace workspace) {
    ObjectNode node = JSON.objectNode();
    node.put("key", set.key());
    node.put("description", set.description());
    node.put("colour", set.colour());
    node.set("members", FlagJson.strings(set.members()));
    node.set("lastChange", FlagJson.lastChange(set.lastChange(), workspace));
    node.set(
        "conflicts", ConflictJson.of(workspace.conflicts(EntityId.tagSet(set.key())), workspace));
    return node;
  }

  /// One environment.
  public static ObjectNode of(Environment environment) {
    ObjectNode node = JSON.objectNode();
    node.put("name", environment.name());
    node.put("order", environment.order());
    node.put("protected", environment.isProtected());
    return node;
  }
}
