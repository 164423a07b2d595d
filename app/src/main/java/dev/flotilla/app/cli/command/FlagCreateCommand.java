package dev.flotilla.app.cli.command;

import dev.flotilla.model.Edit;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `flag create`: a boolean flag with the variants on and off unless told otherwise.
@Command(
    name = "create",
    description = {
      "Create a flag.",
      "Without --type the type follows from the variants; without variants it is boolean, with"
          + " on and off. Without --default and --value the first variant is served."
    })
final class FlagCreateCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "KEY", description = "The flag's key.")
  private String key = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      converter = TypeConverter.class,
      description = "boolean, string, number or object.")
  private @Nullable FlagType type;

  @Option(names = "--tag", paramLabel = "TAG", description = "Add a tag. May be repeated.")
  private List<String> tags = new ArrayList<>();

  @Mixin private final FlagOptions options = new FlagOptions();

  FlagCreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Replica replica = context.replica();
    FlagType chosen = chosenType();
    SortedMap<String, Value> variants = variants(chosen);
    var edits = new FlagEdits(context, key, chosen, variants);
    edits.add(
        new Edit.CreateFlag(
            key, chosen, variants, text(options.description), settings(replica, variants)));
    options.description = null;
    edits.environments(options, context.environments(replica, options.environments));
    edits.flag(options);
    for (String tag : tags) {
      edits.add(Edit.tag(key, tag));
    }
    context.submit(replica, edits.list(), options.message);
    return context.flagChanged(replica, key, "Created");
  }

  private FlagType chosenType() {
    if (type != null) {
      return type;
    }
    return options.variants.isEmpty()
        ? FlagType.BOOLEAN
        : TypedText.typeOf(options.variants.values());
  }

  private SortedMap<String, Value> variants(FlagType chosen) {
    SortedMap<String, Value> variants = new TreeMap<>();
    options.variants.forEach(
        (name, text) -> variants.put(name, TypedText.value("The variant " + name, chosen, text)));
    if (variants.isEmpty() && chosen == FlagType.BOOLEAN) {
      variants.put("on", Value.of(true));
      variants.put("off", Value.of(false));
    }
    return variants;
  }

  private SortedMap<String, FlagSetting> settings(
      Replica replica, SortedMap<String, Value> variants) {
    Optional<String> first = options.variants.keySet().stream().findFirst();
    Optional<String> served =
        first.isPresent() ? first : variants.isEmpty() ? first : Optional.of("on");
    SortedMap<String, FlagSetting> settings = new TreeMap<>();
    for (String environment : context.environments(replica, List.of())) {
      settings.put(environment, new FlagSetting(false, served, Optional.empty()));
    }
    return settings;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
