package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.FolderJson;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.Replica;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `folder`: shows and changes the folders that flags are in.
@Command(name = "folder", description = "List, create, move, rename and delete folders of flags.")
final class FolderCommand {
  private final CommandContext context;

  FolderCommand(CommandContext context) {
    this.context = context;
  }

  /// Exactly one place for a folder.
  static final class Destination {
    @Option(names = "--in", paramLabel = "FOLDER", description = "Into this folder, by its key.")
    @Nullable String parent;

    @Option(names = "--top", description = "To the top level.")
    boolean top;
  }

  @Command(description = "List the folders, each with the path to it.")
  int list() {
    Replica replica = context.replica();
    List<Folder> folders = replica.workspace().folders();
    if (context.json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      folders.forEach(folder -> array.add(FolderJson.of(folder, replica.workspace())));
      context.output().json(array);
      return ExitCode.DONE;
    }
    var table = new TextTable("PATH", "KEY", "FLAGS");
    for (Folder folder : folders) {
      table.row(folder.path(), folder.key(), Integer.toString(folder.flags()));
    }
    context.output().table(table);
    long conflicted = folders.stream().filter(Folder::conflicted).count();
    if (conflicted > 0) {
      context
          .output()
          .note(
              conflicted
                  + (conflicted == 1 ? " folder has" : " folders have")
                  + " conflicts; `flotilla conflict list` shows them.");
    }
    return ExitCode.DONE;
  }

  @Command(description = "Create a folder.")
  int create(
      @Parameters(paramLabel = "KEY", description = "The folder's key.") String key,
      @Option(
              names = "--name",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What people call it; its key by default.")
          String name,
      @Option(
              names = "--in",
              paramLabel = "FOLDER",
              description = "In this folder, by its key; at the top level by default.")
          @Nullable String parent,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    var edit = new Edit.CreateFolder(key, name, Optional.ofNullable(parent));
    context.submit(replica, List.of(edit), message.text);
    return changed(replica, key, "Created");
  }

  @Command(description = "Put a folder, with all that is in it, somewhere else.")
  int move(
      @Parameters(paramLabel = "KEY", description = "The folder's key.") String key,
      @ArgGroup(multiplicity = "1") Destination where,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    var edit = new Edit.MoveFolder(key, Optional.ofNullable(where.parent));
    context.submit(replica, List.of(edit), message.text);
    return changed(replica, key, "Moved");
  }

  @Command(description = "Give a folder another name; its key stays.")
  int rename(
      @Parameters(index = "0", paramLabel = "KEY", description = "The folder's key.") String key,
      @Parameters(index = "1", paramLabel = "NAME", description = "What people call it now.")
          String name,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    var edit = new Edit.SetField(EntityId.folder(key), FieldNames.NAME, Value.of(name));
    context.submit(replica, List.of(edit), message.text);
    return changed(replica, key, "Renamed");
  }

  @Command(description = "Delete a folder; what is in it shows in the folder around it.")
  int delete(
      @Parameters(paramLabel = "KEY", description = "The folder's key.") String key,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    var edit = new Edit.DeleteEntity(EntityId.folder(key));
    context.submit(replica, List.of(edit), message.text);
    return context.done("deleted", key, "Deleted the folder " + key + ".");
  }

  private int changed(Replica replica, String key, String what) {
    if (context.json()) {
      context.output().json(FolderJson.of(context.folder(replica, key), replica.workspace()));
    } else {
      context.output().line(what + " the folder " + key + ".");
    }
    return ExitCode.DONE;
  }
}
