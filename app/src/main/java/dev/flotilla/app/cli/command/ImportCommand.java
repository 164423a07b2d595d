package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.ImportPrint;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.model.Edit;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Replica;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdDocument;
import dev.flotilla.openfeature.flagd.FlagdImport;
import dev.flotilla.openfeature.flagd.FlagdReader;
import dev.flotilla.openfeature.flagd.ImportItem.Kind;
import dev.flotilla.openfeature.flagd.ImportPlan;
import dev.flotilla.openfeature.flagd.ReadResult;
import dev.flotilla.openfeature.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import`: takes flagd flag definitions. Shows what will be created or changed, then does it.
@Command(
    name = "import",
    description = {
      "Import flag definitions in flagd's format.",
      "Shows what will be created or changed, then does it; asks before on a terminal.",
      "Of a file that was exported from this home, only what was edited in it is imported."
    })
final class ImportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file = "";

  @Option(
      names = "--env",
      paramLabel = "E",
      split = ",",
      description = "Import into this environment; all of them by default. May be repeated.")
  private List<String> environments = new ArrayList<>();

  @Option(
      names = "--conflicts",
      paramLabel = "SIDE",
      converter = SideConverter.class,
      description = {
        "For a file that was exported from here: what counts where a field was changed in the",
        "file and here, ours or theirs (the file's). Without it, such a file is refused."
      })
  private @Nullable Side conflicts;

  @Option(
      names = "--delete",
      description = "For a file that was exported from here: delete flags that it has no longer.")
  private boolean delete;

  @Option(names = "--dry-run", description = "Only show what would be created or changed.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Replica replica = context.replica();
    List<String> chosen = context.environments(replica, environments);
    Output output = context.output();
    var print = new ImportPrint(file, dryRun, output);
    List<Finding> warnings = new ArrayList<>();
    FlagdDocument document;
    switch (FlagdReader.read(bytes())) {
      case ReadResult.Refused(var findings) -> {
        print.refused(findings, context.json());
        return ExitCode.REFUSED;
      }
      case ReadResult.Read(var read, var found) -> {
        document = read;
        warnings.addAll(found);
      }
    }
    Optional<ExportMark> mark = ExportMark.of(document);
    List<String> targets = targets(mark, chosen);
    var proposed =
        FlagdImport.propose(replica.workspace(), document, targets, base(mark, targets, replica));
    if (proposed.proposal().conflicts() > 0 && conflicts == null) {
      print.conflicts(proposed.proposal(), context.json());
      return ExitCode.REFUSED;
    }
    ImportPlan plan =
        FlagdImport.plan(replica.workspace(), proposed, delete, conflicts != Side.OURS);
    if (plan.findings().stream().anyMatch(Finding::isError)) {
      print.refused(plan.findings(), context.json());
      return ExitCode.REFUSED;
    }
    warnings.addAll(plan.findings());
    if (context.json()) {
      if (!dryRun) {
        submit(replica, plan, print);
      }
      print.json(plan, warnings);
      return ExitCode.DONE;
    }
    print.preview(plan, warnings);
    if (dryRun) {
      return ExitCode.DONE;
    }
    if (plan.batches().isEmpty() || agreed(plan)) {
      submit(replica, plan, print);
      print.summary(plan);
      return ExitCode.DONE;
    }
    throw new CommandRefused("Nothing was imported.");
  }

  /// A file that was exported from here is meant for the environment that it was exported from.
  private List<String> targets(Optional<ExportMark> mark, List<String> chosen) {
    return environments.isEmpty()
        ? mark.map(ExportMark::environment).filter(chosen::contains).map(List::of).orElse(chosen)
        : chosen;
  }

  private Optional<FlagdDocument> base(
      Optional<ExportMark> mark, List<String> targets, Replica replica) {
    return mark.filter(found -> targets.equals(List.of(found.environment())))
        .flatMap(found -> context.exports(replica).find(found.export()))
        .flatMap(text ->
            FlagdReader.read(text) instanceof ReadResult.Read(var document, _)
                ? Optional.of(document)
                : Optional.empty());
  }

  private void submit(Replica replica, ImportPlan plan, ImportPrint print) {
    int edits = plan.batches().stream().mapToInt(List::size).sum();
    int done = 0;
    for (List<Edit> batch : plan.batches()) {
      print.progress(done, edits);
      var outcome = replica.submit(batch, "Import of " + name()).join();
      if (outcome instanceof EditOutcome.Refused(var refusal)) {
        String before = done == 0 ? "" : " The first " + done + " edits of the import are done.";
        throw new CommandRefused(refusal.message() + before);
      }
      done += batch.size();
    }
    print.progress(done, edits);
  }

  private boolean agreed(ImportPlan plan) throws IOException {
    if (yes || !context.invocation().screen().interactive()) {
      return true;
    }
    context
        .output()
        .question(
            "Create %d and change %d? [y/N] "
                .formatted(
                    plan.count(Kind.NEW), plan.count(Kind.CHANGED) + plan.count(Kind.REMOVED)));
    return line(context.invocation().in()).strip().equalsIgnoreCase("y");
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.length() < 80) {
      line.append((char) next);
      next = in.read();
    }
    return line.toString();
  }

  private String name() {
    Path name = file.equals("-") ? null : Path.of(file).getFileName();
    return name == null ? "standard input" : name.toString();
  }

  private byte[] bytes() throws IOException {
    // One more than the reader takes, so that it is the one to refuse.
    int most = JsonLimits.DOCUMENT_BYTES_MAX + 1;
    if (file.equals("-")) {
      return context.invocation().in().readNBytes(most);
    }
    try (InputStream in = Files.newInputStream(context.file(file))) {
      return in.readNBytes(most);
    }
  }
}
