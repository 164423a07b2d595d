package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.Output;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.Replica;
import dev.flotilla.openfeature.flagd.FlagdExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/// `export`: writes the flags of one environment in flagd's format.
@Command(
    name = "export",
    description = "Write the flags of one environment as flag definitions in flagd's format.")
final class ExportCommand implements Callable<Integer> {
  private static final String PRESET = "production";

  private final CommandContext context;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard output.")
  private String file = "";

  @Option(
      names = "--env",
      paramLabel = "E",
      description = "Which environment; production by default, or else the last one.")
  private @Nullable String environment;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Replica replica = context.replica();
    Workspace workspace = replica.workspace();
    String chosen = chosen(replica);
    var exported = FlagdExport.export(workspace, chosen);
    Output output = context.output();
    exported.findings().forEach(finding -> output.note("Warning: " + finding));
    if (file.equals("-")) {
      output.raw(exported.text());
    } else {
      write(context.file(file), exported.text());
      report(output, chosen, workspace.flags().size());
    }
    if (environment == null && workspace.environments().size() > 1) {
      output.note("This is the environment " + chosen + "; --env names another.");
    }
    return ExitCode.DONE;
  }

  private void report(Output output, String chosen, int flags) {
    if (context.json()) {
      output.json(
          JsonNodeFactory.instance
              .objectNode()
              .put("file", file)
              .put("environment", chosen)
              .put("flags", flags));
    } else {
      output.line("Wrote " + file + ".");
    }
  }

  private String chosen(Replica replica) {
    if (environment != null) {
      return context.environments(replica, List.of(environment)).getFirst();
    }
    List<String> all = replica.workspace().environments().stream().map(Environment::name).toList();
    if (all.isEmpty()) {
      throw new CommandRefused("The workspace has no environment to export.");
    }
    return all.contains(PRESET) ? PRESET : all.getLast();
  }

  // An application may read the file at any moment: it must never see half of it.
  private static void write(Path target, String text) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      Files.writeString(target, text);
      return;
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CommandRefused("There is no folder " + folder + ": create it, or choose another.");
    }
    Path draft = target.resolveSibling("." + target.getFileName() + ".flotilla");
    try {
      Files.writeString(draft, text);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
