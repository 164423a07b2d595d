package dev.flotilla.app.cli.command;

import dev.flotilla.app.causality.LostVariant;
import dev.flotilla.app.cli.print.ConflictJson;
import dev.flotilla.app.cli.print.ConflictText;
import dev.flotilla.app.cli.print.TextTable;
import dev.flotilla.app.evidence.Evidence;
import dev.flotilla.app.evidence.EvidenceCheck;
import dev.flotilla.app.evidence.EvidenceFile;
import dev.flotilla.app.evidence.EvidenceLog;
import dev.flotilla.app.evidence.EvidenceReport;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.Replica;
import dev.flotilla.net.node.ReplicaHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `conflict`: what was edited at the same time, and how to settle it.
@Command(name = "conflict", description = "List and resolve conflicts.")
final class ConflictCommand {
  private final CommandContext context;

  ConflictCommand(CommandContext context) {
    this.context = context;
  }

  /// Exactly one way to settle a conflict.
  static final class Settlement {
    @Option(
        names = "--pick",
        paramLabel = "N",
        description = "Take the alternative with this number.")
    @Nullable Integer pick;

    @Option(
        names = "--value",
        paramLabel = "V",
        description = "Take this value, which may be a new one.")
    @Nullable String value;

    @Option(names = "--keep", description = "Keep what another deleted or removed.")
    boolean keep;

    @Option(names = "--delete", description = "Delete or remove what another edited or added.")
    boolean delete;
  }

  @Command(description = "List the conflicts: who wrote what when, the current one first.")
  int list() {
    Workspace workspace = context.replica().workspace();
    List<Conflict> conflicts = workspace.conflicts();
    if (context.json()) {
      context.output().json(ConflictJson.of(conflicts, workspace));
      return ExitCode.DONE;
    }
    if (conflicts.isEmpty()) {
      context.output().line("No conflicts.");
    }
    conflicts.forEach(conflict -> ConflictText.show(conflict, workspace, context.output()));
    return ExitCode.DONE;
  }

  @Command(description = "Resolve a conflict; one of the options says how.")
  int resolve(
      @Parameters(paramLabel = "ID", description = "As `flotilla conflict list` shows it.")
          String id,
      @ArgGroup(multiplicity = "1") Settlement how) {
    Replica replica = context.replica();
    Conflict conflict = find(replica.workspace(), id);
    Choice choice = choice(replica, conflict, how);
    context.submit(replica, List.of(new Edit.Resolve(id, choice)), "");
    return context.done("resolved", id, "Resolved: " + ConflictText.about(conflict) + ".");
  }

  @Command(
      description =
          "Write what there is to prove of a conflict into a file: words, and the signed changes.")
  int evidence(
      @Parameters(paramLabel = "ID", description = "As `flotilla conflict list` shows it.")
          String id,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              required = true,
              description = "A ZIP file; replaced if it is there.")
          String name)
      throws IOException {
    Path file = context.file(name);
    Replica replica = context.replica();
    Conflict conflict = find(replica.workspace(), id);
    ReplicaHistory history = replica.history();
    EvidenceLog log = new EvidenceLog(history::page, history::written, history::signed);
    Evidence evidence =
        Evidence.of(replica.workspace(), conflict, log)
            .orElseThrow(() ->
                new CommandRefused("The log does not have the changes of this conflict any more."));
    try {
      EvidenceFile.write(evidence, log, file);
    } catch (NotDirectoryException e) {
      throw new CommandRefused(
          "There is no folder " + e.getFile() + ": create it, or choose another.");
    }
    return context.done(
        "written", name, "Evidence of " + evidence.changes().size() + " changes: " + name);
  }

  @Command(
      description =
          "Check a file of evidence: signatures, hashes, and who had seen what. Needs no workspace.")
  int verify(@Parameters(paramLabel = "FILE", description = "What `evidence` wrote.") String name) {
    Path file = context.file(name);
    if (!Files.isReadable(file)) {
      throw new CommandRefused("There is no file " + name + " that can be read.");
    }
    EvidenceReport report = EvidenceCheck.of(file);
    if (context.json()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("valid", report.isValid());
      report.proven().forEach(node.putArray("proven")::add);
      report.open().forEach(node.putArray("open")::add);
      report.wrong().forEach(node.putArray("wrong")::add);
      context.output().json(node);
    } else {
      report.proven().forEach(one -> line("ok", one));
      report.open().forEach(one -> line("not proven", one));
      report.wrong().forEach(one -> line("WRONG", one));
      context
          .output()
          .line(report.isValid() ? "The evidence holds." : "The evidence does not hold.");
    }
    return report.isValid() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private void line(String verdict, String sentence) {
    context.output().line("%-10s  %s".formatted(verdict, TextTable.printable(sentence)));
  }

  private static Conflict find(Workspace workspace, String id) {
    return workspace.conflicts().stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new CommandRefused(
                "There is no conflict " + id + "; `flotilla conflict list` shows what is open."));
  }

  private static Choice choice(Replica replica, Conflict conflict, Settlement how) {
    if (how.pick != null) {
      if (how.pick < 0 || how.pick >= conflict.alternatives().size()) {
        throw new CommandRefused(
            "There is no alternative "
                + how.pick
                + "; the last one is "
                + (conflict.alternatives().size() - 1)
                + ".");
      }
      return conflict instanceof Conflict.MissingVariant missing && how.pick == 1
          ? new Choice.Put(lost(replica, missing))
          : new Choice.Pick(how.pick);
    }
    if (how.value != null) {
      Optional<Value> variant = FieldText.ofVariant(replica.workspace(), conflict, how.value);
      if (variant.isPresent()) {
        return new Choice.Put(variant.get());
      }
      if (!(conflict instanceof Conflict.WriteWrite write)) {
        throw new CommandRefused(
            takesPick(conflict)
                ? "This conflict takes --pick N, not a value."
                : "This conflict takes --keep or --delete, not a value.");
      }
      return new Choice.Put(FieldText.value(replica.workspace(), write, how.value));
    }
    if (conflict instanceof Conflict.WriteWrite
        || conflict instanceof Conflict.MissingVariant
        || conflict instanceof Conflict.WrongType) {
      throw new CommandRefused("This conflict takes --pick N or --value V.");
    }
    if (takesPick(conflict)) {
      throw new CommandRefused("This conflict takes --pick N.");
    }
    return new Choice.Pick(how.keep ? 0 : 1);
  }

  /// The value that a variant had which is to come back.
  private static Value lost(Replica replica, Conflict.MissingVariant missing) {
    return LostVariant.value(missing, replica.history()::holding, replica.history()::written)
        .orElseThrow(() ->
            new CommandRefused(
                "What the variant was is not in the log. Say what it shall be: --value V."));
  }

  private static boolean takesPick(Conflict conflict) {
    return switch (conflict) {
      case Conflict.MovedRule _,
          Conflict.Requirement _,
          Conflict.PrerequisiteCycle _,
          Conflict.MovedFolder _,
          Conflict.FolderCycle _ ->
          true;
      case Conflict.WriteWrite _,
          Conflict.MissingVariant _,
          Conflict.WrongType _,
          Conflict.DeleteUpdate _,
          Conflict.AddRemove _,
          Conflict.RemovedRule _ ->
          false;
    };
  }
}
