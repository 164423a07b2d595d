package dev.flotilla.app.cli.print;

import dev.flotilla.model.Folder;
import dev.flotilla.model.Workspace;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shape of a folder for machines; documented in `docs/cli.md` and stable.
public final class FolderJson {
  private FolderJson() {}

  /// One folder.
  public static ObjectNode of(Folder folder, Workspace workspace) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("key", folder.key());
    node.put("name", folder.name());
    node.put("description", folder.description());
    node.put("parent", folder.parent().orElse(null));
    node.put("path", folder.path());
    node.put("flags", folder.flags());
    node.set("lastChange", FlagJson.lastChange(folder.lastChange(), workspace));
    node.set("conflicts", ConflictJson.of(workspace.conflicts(folder.id()), workspace));
    return node;
  }
}
