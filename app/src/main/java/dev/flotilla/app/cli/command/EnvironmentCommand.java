package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.TagSetJson;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.net.node.Replica;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `env`: the environments that flags have settings for.
@Command(name = "env", description = "List, create and delete environments.")
final class EnvironmentCommand {
  private final CommandContext context;

  EnvironmentCommand(CommandContext context) {
    this.context = context;
  }

  @Command(description = "List the environments in their order.")
  int list() {
    List<Environment> environments = context.replica().workspace().environments();
    if (context.json()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      environments.forEach(environment -> array.add(TagSetJson.of(environment)));
      context.output().json(array);
      return ExitCode.DONE;
    }
    var table = new TextTable("NAME", "ORDER", "PROTECTED");
    for (Environment environment : environments) {
      table.row(
          environment.name(),
          Integer.toString(environment.order()),
          environment.isProtected() ? "yes" : "no");
    }
    context.output().table(table);
    return ExitCode.DONE;
  }

  @Command(description = "Create an environment.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Letters, digits, dot, dash, underscore.")
          String name,
      @Option(
              names = "--order",
              paramLabel = "N",
              description = "Its place among the others; the last by default.")
          @Nullable Integer order) {
    Replica replica = context.replica();
    int last =
        replica.workspace().environments().stream().mapToInt(Environment::order).max().orElse(0);
    int place = order == null ? last + 1 : order;
    context.submit(replica, List.of(new Edit.CreateEnvironment(name, place)), "");
    return context.done("created", name, "Created the environment " + name + ".");
  }

  @Command(description = "Delete an environment; the flags' settings for it are hidden.")
  int delete(@Parameters(paramLabel = "NAME", description = "Which one.") String name) {
    Replica replica = context.replica();
    context.environments(replica, List.of(name));
    var edit = new Edit.DeleteEntity(EntityId.environment(name));
    context.submit(replica, List.of(edit), "");
    return context.done("deleted", name, "Deleted the environment " + name + ".");
  }
}
