package dev.flotilla.app.cli.command;

import static java.util.stream.Collectors.toMap;

import dev.flotilla.app.cli.print.FlagJson;
import dev.flotilla.app.cli.print.FlagText;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.Replica;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `flag`: shows and changes flags.
@Command(name = "flag", description = "Show, create, change and delete flags.")
final class FlagCommand {
  private final CommandContext context;

  private FlagCommand(CommandContext context) {
    this.context = context;
  }

  static CommandLine tree(CommandContext context) {
    return new CommandLine(new FlagCommand(context))
        .addSubcommand(new FlagSetCommand(context))
        .addSubcommand(new FlagCreateCommand(context))
        .addSubcommand(new FlagRuleCommand(context));
  }

  @Command(description = "List the flags.")
  int list(
      @Option(names = "--tag", paramLabel = "T", description = "Only flags with this tag.")
          @Nullable String tag,
      @Option(
              names = "--search",
              paramLabel = "S",
              description = "Only flags whose key, description or owner contain this text.")
          @Nullable String search,
      @Option(
              names = "--folder",
              paramLabel = "F",
              description =
                  "Only flags in this folder or one within it; an empty text: at the top level.")
          @Nullable String folder) {
    Replica replica = context.replica();
    Workspace workspace = replica.workspace();
    Predicate<Flag> isShown = folder == null ? _ -> true : within(replica, folder);
    List<Flag> flags =
        workspace.flags().stream()
            .filter(isShown)
            .filter(flag -> tag == null || flag.tags().contains(tag))
            .filter(flag -> search == null || mentions(flag, search))
            .toList();
    if (context.json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      flags.forEach(flag -> array.add(FlagJson.of(flag, workspace)));
      context.output().json(array);
    } else {
      FlagText.list(flags, workspace, context.output());
    }
    return ExitCode.DONE;
  }

  private Predicate<Flag> within(Replica replica, String folder) {
    if (folder.isEmpty()) {
      return flag -> flag.folder().isEmpty();
    }
    context.folder(replica, folder);
    Map<String, Optional<String>> parents =
        replica.workspace().folders().stream().collect(toMap(Folder::key, Folder::parent));
    return flag ->
        Stream.iterate(
                flag.folder(),
                Optional::isPresent,
                at -> parents.getOrDefault(at.orElseThrow(), Optional.empty()))
            .anyMatch(at -> at.orElseThrow().equals(folder));
  }

  private static boolean mentions(Flag flag, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return List.of(flag.key(), flag.description(), flag.owner()).stream()
        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
  }

  @Command(description = "Show everything about a flag.")
  int get(@Parameters(paramLabel = "KEY", description = "The flag's key.") String key) {
    Replica replica = context.replica();
    Flag flag = context.flag(replica, key);
    if (context.json()) {
      context.output().json(FlagJson.of(flag, replica.workspace()));
    } else {
      FlagText.show(flag, replica.workspace(), context.output());
    }
    return ExitCode.DONE;
  }

  @Command(description = "Delete a flag.")
  int delete(@Parameters(paramLabel = "KEY", description = "The flag's key.") String key) {
    Replica replica = context.replica();
    context.flag(replica, key);
    context.submit(replica, List.of(new Edit.DeleteEntity(EntityId.flag(key))), "");
    return context.done("deleted", key, "Deleted the flag " + key + ".");
  }

  @Command(description = "Add tags to a flag.")
  int tag(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "What to add.")
          List<String> tags) {
    return change(key, tags, tag -> Edit.tag(key, tag));
  }

  @Command(description = "Remove tags from a flag.")
  int untag(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "TAG",
              description = "What to remove.")
          List<String> tags) {
    return change(key, tags, tag -> Edit.untag(key, tag));
  }

  @Command(description = "Serve a flag only while another one serves a variant.")
  int require(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(
              index = "1",
              paramLabel = "OTHER=VARIANT",
              converter = RequirementConverter.class,
              description = "The other flag's key, and its variant.")
          RequirementConverter.Requirement required,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    var edit = new Edit.Require(key, required.other(), required.variant());
    context.submit(replica, List.of(edit), message.text);
    return context.flagChanged(replica, key, "Changed");
  }

  @Command(description = "Make a flag require another one no longer.")
  int unrequire(
      @Parameters(index = "0", paramLabel = "KEY", description = "The flag's key.") String key,
      @Parameters(index = "1", paramLabel = "OTHER", description = "The other flag's key.")
          String other,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    context.submit(replica, List.of(new Edit.Unrequire(key, other)), message.text);
    return context.flagChanged(replica, key, "Changed");
  }

  private int change(String key, List<String> tags, Function<String, Edit> edit) {
    Replica replica = context.replica();
    context.submit(replica, tags.stream().map(edit).toList(), "");
    return context.flagChanged(replica, key, "Changed");
  }
}
