package dev.flotilla.app.cli.command;

import dev.flotilla.net.node.Replica;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/// `backup`: one file with all of a workspace, written while it is in use.
@Command(
    name = "backup",
    description = {
      "Write all of a workspace, with its history, into one file.",
      "It holds no keys and no invitations; `flotilla restore` reads it."
    })
final class BackupCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "FILE", description = "The file; must not be there.")
  private String file = "";

  BackupCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Replica replica = context.replica();
    Path target = context.file(file);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !folder.toFile().isDirectory()) {
      throw new CommandRefused("There is no folder " + folder + ": create it, or choose another.");
    }
    long changes = replica.changes();
    replica.backup(target);
    if (context.json()) {
      context
          .output()
          .json(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("file", file)
                  .put("workspace", replica.id().toString())
                  .put("changes", changes));
    } else {
      context.output().line("Wrote " + file + " with " + changes + " changes.");
    }
    return ExitCode.DONE;
  }
}
