package dev.flotilla.app.cli.command;

import dev.flotilla.app.cli.print.ImportPrint;
import dev.flotilla.app.cli.print.Output;
import dev.flotilla.app.exchange.Destination;
import dev.flotilla.app.exchange.Incoming;
import dev.flotilla.app.exchange.Incoming.Reading;
import dev.flotilla.app.exchange.IncomingReader;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.EditOutcome;
import dev.flotilla.net.node.Replica;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdImport;
import dev.flotilla.openfeature.flagd.ImportItem.Kind;
import dev.flotilla.openfeature.flagd.ImportPlan;
import dev.flotilla.openfeature.json.JsonLimits;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import`: takes flagd flag definitions. Shows what will be created or changed, then does it.
@Command(
    name = "import",
    description = {
      "Import flag definitions in flagd's format, a table of flags (CSV), or a whole workspace.",
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

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS",
      description = {
        "What an environment that the file names is here; by default the one of the same name.",
        "May be repeated."
      })
  private Map<String, String> mapping = new LinkedHashMap<>();

  @Option(
      names = "--replace",
      description = "For a whole workspace: delete what the file does not have.")
  private boolean replace;

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
    Incoming incoming;
    switch (IncomingReader.read(bytes())) {
      case Reading.Refused(var findings) -> {
        print.refused(findings, context.json());
        return ExitCode.REFUSED;
      }
      case Reading.Read(var read) -> incoming = read;
    }
    List<Finding> warnings = new ArrayList<>(incoming.warnings());
    Destination to = destination(replica, incoming, chosen);
    Workspace now = replica.workspace();
    var proposed = incoming.propose(now, to, context.exports(replica)::find);
    if (proposed.proposal().conflicts() > 0 && conflicts == null) {
      print.conflicts(proposed.proposal(), context.json());
      return ExitCode.REFUSED;
    }
    boolean removing = delete || replace;
    boolean taking = conflicts != Side.OURS;
    ImportPlan shown = FlagdImport.plan(now, proposed, removing, taking);
    List<ProposedItem> done =
        proposed.proposal().items().stream()
            .filter(item -> FlagdImport.isDone(item, removing, taking))
            .filter(item -> !item.edits(_ -> taking).isEmpty())
            .toList();
    List<List<Edit>> edits = done.stream().map(item -> item.edits(_ -> taking)).toList();
    ImportPlan plan = new ImportPlan(shown.items(), shown.findings(), incoming.batches(now, edits));
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
      checkUntouched(done, replica.workspace().changedSince(now));
      submit(replica, plan, print);
      print.summary(plan);
      return ExitCode.DONE;
    }
    throw new CommandRefused("Nothing was imported.");
  }

  /// A file that was exported from here is meant for the environment that it was exported from;
  /// environments that a file names are those of the same name, unless `--map` says otherwise.
  private Destination destination(Replica replica, Incoming incoming, List<String> chosen) {
    List<String> here = context.environments(replica, List.of());
    List<String> targets =
        environments.isEmpty()
            ? incoming
                .mark()
                .map(ExportMark::environment)
                .filter(chosen::contains)
                .map(List::of)
                .orElse(chosen)
            : chosen;
    var mapped = new TreeMap<String, String>();
    for (String name : incoming.environments()) {
      String wanted = mapping.getOrDefault(name, name);
      here.stream()
          .filter(wanted::equalsIgnoreCase)
          .findFirst()
          .or(() -> incoming.isWhole() ? Optional.of(wanted) : Optional.empty())
          .ifPresentOrElse(
              found -> mapped.put(name, found),
              () ->
                  context
                      .output()
                      .note(
                          "Warning: there is no environment %s, what the file says of it is left out; --map %s=NAME names another."
                              .formatted(wanted, name)));
    }
    return new Destination(targets, mapped, replace);
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

  /// What was shown before the question is what is done, or nothing is.
  private static void checkUntouched(List<ProposedItem> items, Set<EntityId> since) {
    String changed =
        items.stream()
            .filter(item -> since.contains(item.entity()))
            .map(ProposedItem::key)
            .collect(Collectors.joining(", "));
    if (!changed.isEmpty()) {
      throw new CommandRefused(
          "Nothing was imported: %s changed here meanwhile. Import again to see it as it is now."
              .formatted(changed));
    }
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
