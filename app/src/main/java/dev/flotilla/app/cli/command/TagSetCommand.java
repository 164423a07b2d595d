package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.TagSetJson;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `tagset`: shows and changes tag sets.
@Command(name = "tagset", description = "Show, create, change and delete tag sets.")
final class TagSetCommand {
  private final CommandContext context;

  TagSetCommand(CommandContext context) {
    this.context = context;
  }

  @Command(description = "List the tag sets.")
  int list() {
    Replica replica = context.replica();
    if (context.json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      replica
          .workspace()
          .tagSets()
          .forEach(set -> array.add(TagSetJson.of(set, replica.workspace())));
      context.output().json(array);
      return ExitCode.DONE;
    }
    var table = new TextTable("KEY", "MEMBERS", "DESCRIPTION");
    for (TagSet set : replica.workspace().tagSets()) {
      table.row(set.key(), String.join(", ", set.members()), set.description());
    }
    context.output().table(table);
    return ExitCode.DONE;
  }

  @Command(description = "Show a tag set.")
  int get(@Parameters(paramLabel = "KEY", description = "The tag set's key.") String key) {
    Replica replica = context.replica();
    TagSet set = tagSet(replica, key);
    if (context.json()) {
      context.output().json(TagSetJson.of(set, replica.workspace()));
      return ExitCode.DONE;
    }
    context.output().line(TextTable.printable(set.key() + ": " + set.description()));
    set.members().forEach(member -> context.output().line("  " + TextTable.printable(member)));
    return ExitCode.DONE;
  }

  @Command(description = "Create a tag set.")
  int create(
      @Parameters(index = "0", paramLabel = "KEY", description = "The tag set's key.") String key,
      @Parameters(index = "1..*", paramLabel = "MEMBER", description = "Its first members.")
          @Nullable List<String> members,
      @Option(
              names = "--description",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "What the set is for.")
          String description,
      @Option(names = "--colour", paramLabel = "#RRGGBB", description = "The colour of its chips.")
          @Nullable String colour) {
    Replica replica = context.replica();
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.CreateTagSet(key, description));
    if (colour != null) {
      edits.add(new Edit.SetField(id(key), FieldNames.COLOUR, Value.of(colour)));
    }
    for (String member : members == null ? List.<String>of() : members) {
      edits.add(new Edit.AddElement(id(key), FieldNames.MEMBERS, member));
    }
    context.submit(replica, edits, "");
    return changed(replica, key, "Created");
  }

  @Command(description = "Add members to a tag set.")
  int add(
      @Parameters(index = "0", paramLabel = "KEY", description = "The tag set's key.") String key,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "MEMBER",
              description = "What to add.")
          List<String> members) {
    return change(key, members, m -> new Edit.AddElement(id(key), FieldNames.MEMBERS, m));
  }

  @Command(description = "Remove members from a tag set.")
  int remove(
      @Parameters(index = "0", paramLabel = "KEY", description = "The tag set's key.") String key,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "MEMBER",
              description = "What to remove.")
          List<String> members) {
    return change(key, members, m -> new Edit.RemoveElement(id(key), FieldNames.MEMBERS, m));
  }

  @Command(description = "Delete a tag set.")
  int delete(@Parameters(paramLabel = "KEY", description = "The tag set's key.") String key) {
    Replica replica = context.replica();
    tagSet(replica, key);
    context.submit(replica, List.of(new Edit.DeleteEntity(id(key))), "");
    return context.done("deleted", key, "Deleted the tag set " + key + ".");
  }

  private int change(String key, List<String> members, Function<String, Edit> edit) {
    Replica replica = context.replica();
    tagSet(replica, key);
    context.submit(replica, members.stream().map(edit).toList(), "");
    return changed(replica, key, "Changed");
  }

  private int changed(Replica replica, String key, String what) {
    if (context.json()) {
      context.output().json(TagSetJson.of(tagSet(replica, key), replica.workspace()));
    } else {
      context.output().line(what + " the tag set " + key + ".");
    }
    return ExitCode.DONE;
  }

  private static TagSet tagSet(Replica replica, String key) {
    return replica
        .workspace()
        .tagSet(key)
        .orElseThrow(() ->
            new CommandRefused(
                "There is no tag set " + key + "; `flotilla tagset list` shows them."));
  }

  private static EntityId id(String key) {
    return EntityId.tagSet(key);
  }
}
