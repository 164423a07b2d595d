package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.exchange.CsvWriting;
import dev.flotilla.app.exchange.ExportShelf;
import dev.flotilla.app.exchange.FileWriting;
import dev.flotilla.app.exchange.WorkspaceText;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.Replica;
import dev.flotilla.openfeature.flagd.FlagdExport;
import dev.flotilla.openfeature.flagd.FlagdFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/// `export`: writes the flags of one environment in flagd's format.
@Command(
    name = "export",
    description = "Write flag definitions in flagd's format, a table of flags, or the workspace.")
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description = {
        "flagd: one environment for applications; csv: a table of all flags;",
        "workspace: everything. By default csv for a file that ends with .csv, else flagd."
      })
  private @Nullable Format format;

  @Option(
      names = "--overwrite",
      description = "Write the file anew; without it, its comments, order and own parts are kept.")
  private boolean overwrite;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Replica replica = context.replica();
    Workspace workspace = replica.workspace();
    if (format() != Format.FLAGD) {
      return other(workspace);
    }
    String chosen = chosen(replica);
    Output output = context.output();
    if (file.equals("-")) {
      var exported = FlagdExport.export(workspace, chosen);
      exported.findings().forEach(finding -> output.note("Warning: " + finding));
      output.raw(exported.text());
    } else {
      Path target = context.file(file);
      ExportShelf exports = context.exports(replica);
      var written = FlagdFile.write(workspace, chosen, Set.of(), existing(target), exports::find);
      written.findings().forEach(finding -> output.note("Warning: " + finding));
      write(target, written.text());
      exports.keep(written.id(), written.base());
      report(output, chosen, workspace.flags().size());
    }
    if (environment == null && workspace.environments().size() > 1) {
      output.note("This is the environment " + chosen + "; --env names another.");
    }
    return ExitCode.DONE;
  }

  private Format format() {
    return format != null ? format : Format.of(file);
  }

  private int other(Workspace workspace) throws IOException {
    String text =
        format() == Format.CSV
            ? CsvWriting.write(workspace, Set.of())
            : WorkspaceText.write(workspace);
    Output output = context.output();
    if (file.equals("-")) {
      output.raw(text);
      return ExitCode.DONE;
    }
    write(context.file(file), text);
    if (context.json()) {
      output.json(
          JsonNodeFactory.instance
              .objectNode()
              .put("file", file)
              .put("flags", workspace.flags().size()));
    } else {
      output.line("Wrote " + file + ".");
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

  private static void write(Path target, String text) throws IOException {
    try {
      FileWriting.write(target, text);
    } catch (NotDirectoryException e) {
      throw new CommandRefused(
          "There is no folder " + e.getFile() + ": create it, or choose another.");
    }
  }

  private Optional<String> existing(Path target) throws IOException {
    if (overwrite || !Files.isRegularFile(target)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(target));
    } catch (MalformedInputException _) {
      return Optional.empty();
    }
  }
}
