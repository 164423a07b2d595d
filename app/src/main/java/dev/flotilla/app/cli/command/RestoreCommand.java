package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.Output;
import dev.flotilla.net.node.Node;
import dev.flotilla.net.node.Replica;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/// `restore`: a workspace from a file that `backup` wrote.
@Command(
    name = "restore",
    description = {
      "Take over the workspace in a file that `flotilla backup` wrote.",
      "It goes on under a replica id of its own, so restoring twice does no harm."
    })
final class RestoreCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "FILE", description = "The backup; it stays as it is.")
  private String file = "";

  @Option(
      names = "--merge",
      description =
          "If the workspace is here already, add the changes of the backup that it lacks.")
  private boolean merge;

  RestoreCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Node node = context.node();
    Replica restored = node.restore(context.file(file), merge);
    Output output = context.output();
    if (context.json()) {
      output.json(
          JsonNodeFactory.instance
              .objectNode()
              .put("workspace", restored.id().toString())
              .put("name", restored.workspace().name())
              .put("replica", restored.replicaId().toString())
              .put("changes", restored.changes()));
    } else {
      output.line(
          "Restored "
              + restored.workspace().name()
              + "; it has "
              + restored.changes()
              + " changes.");
    }
    if (restored.workspace().member(node.device()).isEmpty()) {
      output.note(
          "This device is no member of the workspace, so it can only look at it. Join it with an"
              + " invitation of a member to edit.");
    }
    return ExitCode.DONE;
  }
}
