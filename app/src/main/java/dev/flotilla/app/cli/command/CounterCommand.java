package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.CounterJson;
import dev.flotilla.app.cli.print.Devices;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.Replica;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `counter`: shows and changes counters that everybody adds to.
@Command(
    name = "counter",
    description = "Show, create, add to and delete counters that everybody adds to at once.")
final class CounterCommand {
  private final CommandContext context;

  CounterCommand(CommandContext context) {
    this.context = context;
  }

  @Command(description = "List the counters.")
  int list() {
    Workspace workspace = context.replica().workspace();
    if (context.json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      workspace.counters().forEach(counter -> array.add(CounterJson.of(counter, workspace)));
      context.output().json(array);
      return ExitCode.DONE;
    }
    var table = new TextTable("KEY", "VALUE", "DESCRIPTION");
    for (Counter counter : workspace.counters()) {
      table.row(counter.key(), Long.toString(counter.value()), counter.description());
    }
    context.output().table(table);
    return ExitCode.DONE;
  }

  @Command(description = "Show a counter, and which device counted how much of it.")
  int show(@Parameters(paramLabel = "KEY", description = "The counter's key.") String key) {
    Replica replica = context.replica();
    Workspace workspace = replica.workspace();
    Counter counter = counter(replica, key);
    if (context.json()) {
      context.output().json(CounterJson.of(counter, workspace));
      return ExitCode.DONE;
    }
    String description = counter.description().isEmpty() ? "" : " (" + counter.description() + ")";
    context.output().line(TextTable.printable(key + ": " + counter.value() + description));
    var byDevice = new TreeMap<String, Long>();
    counter
        .contributions()
        .forEach((by, amount) -> byDevice.merge(Devices.name(workspace, by), amount, Long::sum));
    byDevice.forEach((device, amount) ->
        context.output().line(TextTable.printable("  %s: %+d".formatted(device, amount))));
    return ExitCode.DONE;
  }

  @Command(description = "Create a counter, which stands at 0.")
  int create(
      @Parameters(index = "0", paramLabel = "KEY", description = "The counter's key.") String key,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "DESCRIPTION",
              defaultValue = "",
              description = "What it counts.")
          String description,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    context.submit(replica, List.of(new Edit.CreateCounter(key, description)), message.text);
    return changed(replica, key, "Created the counter " + key + ".");
  }

  @Command(description = "Say what a counter counts.")
  int describe(
      @Parameters(index = "0", paramLabel = "KEY", description = "The counter's key.") String key,
      @Parameters(index = "1", paramLabel = "DESCRIPTION", description = "What it counts.")
          String description,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    var id = EntityId.counter(counter(replica, key).key());
    var edit = new Edit.SetField(id, FieldNames.DESCRIPTION, Value.of(description));
    context.submit(replica, List.of(edit), message.text);
    return changed(replica, key, "Changed the counter " + key + ".");
  }

  @Command(description = "Add to a counter, or take away with a negative number.")
  int add(
      @Parameters(index = "0", paramLabel = "KEY", description = "The counter's key.") String key,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "N",
              defaultValue = "1",
              description = "How much, a whole number; 1 by default.")
          String amount,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    context.submit(replica, List.of(new Edit.AddToCounter(key, whole(amount))), message.text);
    Counter now = counter(replica, key);
    return changed(replica, key, key + " stands at " + now.value() + ".");
  }

  @Command(description = "Delete a counter.")
  int delete(
      @Parameters(paramLabel = "KEY", description = "The counter's key.") String key,
      @Mixin ChangeMessage message) {
    Replica replica = context.replica();
    counter(replica, key);
    context.submit(replica, List.of(new Edit.DeleteEntity(EntityId.counter(key))), message.text);
    return context.done("deleted", key, "Deleted the counter " + key + ".");
  }

  private int changed(Replica replica, String key, String sentence) {
    if (context.json()) {
      context.output().json(CounterJson.of(counter(replica, key), replica.workspace()));
    } else {
      context.output().line(TextTable.printable(sentence));
    }
    return ExitCode.DONE;
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new CommandRefused("\"" + text + "\" is no whole number that a counter can hold.");
    }
  }

  private static Counter counter(Replica replica, String key) {
    return replica
        .workspace()
        .counter(key)
        .orElseThrow(() ->
            new CommandRefused(
                "There is no counter " + key + "; `flotilla counter list` shows them."));
  }
}
