package dev.flotilla.app.cli.command;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `flag set`: changes what its options name and nothing else, in one change.
@Command(name = "set", description = "Change a flag.")
final class FlagSetCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "KEY", description = "The flag's key.")
  private String key = "";

  @Mixin private final FlagOptions options = new FlagOptions();

  @Option(
      names = "--remove-variant",
      paramLabel = "NAME",
      description = "Remove a variant. May be repeated.")
  private List<String> removedVariants = new ArrayList<>();

  @Option(
      names = "--remove-metadata",
      paramLabel = "KEY",
      description = "Remove metadata. May be repeated.")
  private List<String> removedMetadata = new ArrayList<>();

  @Option(
      names = "--remove-link",
      paramLabel = "URL",
      description = "Remove a link. May be repeated.")
  private List<String> removedLinks = new ArrayList<>();

  @Option(
      names = "--archived",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether the flag is out of use but kept.")
  private @Nullable Boolean archived;

  FlagSetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Replica replica = context.replica();
    Flag flag = context.flag(replica, key);
    var edits = new FlagEdits(context, key, flag.type(), flag.variants());
    edits.variants(options.variants);
    edits.environments(options, context.environments(replica, options.environments));
    edits.removeVariants(removedVariants);
    edits.flag(options);
    for (String name : removedMetadata) {
      edits.set(FieldNames.metadata(name), Value.absent());
    }
    for (String link : removedLinks) {
      edits.add(new Edit.RemoveElement(EntityId.flag(key), FieldNames.LINKS, link));
    }
    if (archived != null) {
      edits.set(FieldNames.ARCHIVED, Value.of(archived));
    }
    if (edits.list().isEmpty()) {
      throw new CommandRefused(
          "Nothing to change; say what, for example --state on. See `flotilla flag set --help`.");
    }
    context.submit(replica, edits.list(), options.message);
    return context.flagChanged(replica, key, "Changed");
  }
}
