package dev.flotilla.app.cli.print;

import dev.flotilla.model.EntityId;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.ImportItem;
import dev.flotilla.openfeature.flagd.ImportItem.Kind;
import dev.flotilla.openfeature.flagd.ImportPlan;
import dev.flotilla.openfeature.proposal.Proposal;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What an import will do or has done.
public final class ImportPrint {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final boolean dryRun;
  private final Output output;

  public ImportPrint(String file, boolean dryRun, Output output) {
    this.file = file;
    this.dryRun = dryRun;
    this.output = output;
  }

  /// The document cannot be imported: one sentence, and all places with JSON.
  public void refused(List<Finding> findings, boolean json) {
    List<Finding> errors = findings.stream().filter(Finding::isError).toList();
    String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
    String sentence = file + " cannot be imported: " + errors.getFirst() + more + ".";
    output.note(sentence);
    if (json) {
      ObjectNode node = JSON.objectNode().put("error", sentence);
      node.set("findings", findings(findings));
      output.json(node);
    }
  }

  /// What will be created or changed, line by line.
  public void preview(ImportPlan plan, List<Finding> warnings) {
    warnings.forEach(warning -> output.note("Warning: " + warning));
    for (ImportItem item : plan.items()) {
      switch (item.kind()) {
        case NEW -> output.line("new      " + name(item));
        case REMOVED -> output.line("removed  " + name(item));
        case CHANGED -> changed(item);
        case SAME -> {}
      }
    }
    output.flush();
  }

  /// The file and the workspace changed the same: what, and how to say which counts.
  public void conflicts(Proposal proposal, boolean json) {
    ArrayNode array = JSON.arrayNode();
    for (ProposedItem item : proposal.items()) {
      if (item.conflict()) {
        boolean gone = item.kind() == ProposedItem.Kind.REMOVED;
        conflict(array, item, "", "", gone ? "changed" : "deleted", gone ? "deleted" : "changed");
      }
      for (ProposedField field : item.fields()) {
        if (field.conflict()) {
          conflict(
              array, item, field.field(), field.base().orElse(""), field.here(), field.there());
        }
      }
    }
    String sentence =
        "%d %s changed in %s and here since it was exported: say with --conflicts which counts, ours or theirs."
            .formatted(array.size(), array.size() == 1 ? "value was" : "values were", file);
    output.flush();
    output.note(sentence);
    if (json) {
      ObjectNode node = JSON.objectNode().put("error", sentence);
      node.set("conflicts", array);
      output.json(node);
    }
  }

  private void conflict(
      ArrayNode array, ProposedItem item, String field, String base, String here, String there) {
    array
        .addObject()
        .put("entity", item.entity().kind())
        .put("key", item.key())
        .put("field", field)
        .put("base", base)
        .put("ours", here)
        .put("theirs", there);
    output.note(
        TextTable.printable(
            "conflict %s: %sours %s, theirs %s"
                .formatted(
                    item.key(),
                    field.isEmpty() ? "" : field + " was " + shown(base) + ", ",
                    shown(here),
                    shown(there))));
  }

  private void changed(ImportItem item) {
    output.line("changed  " + name(item));
    for (var change : item.changes()) {
      String line =
          "         %s: %s -> %s"
              .formatted(change.field(), shown(change.before()), shown(change.after()));
      output.line(TextTable.printable(line));
    }
  }

  private static String shown(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  private static String name(ImportItem item) {
    boolean flag = item.entity().kind().equals(EntityId.FLAG);
    return TextTable.printable(flag ? item.key() : item.entity().kind() + " " + item.key());
  }

  /// How far it is, on a terminal.
  public void progress(int done, int all) {
    output.progress("%d of %d edits%s".formatted(done, all, done == all ? "\n" : ""));
  }

  /// What was done, in one sentence.
  public void summary(ImportPlan plan) {
    long created = flags(plan, Kind.NEW);
    output.line(
        "Imported %s: %d %s created, %d changed, %d as before."
            .formatted(
                file,
                created,
                created == 1 ? "flag" : "flags",
                flags(plan, Kind.CHANGED),
                flags(plan, Kind.SAME)));
  }

  private static long flags(ImportPlan plan, Kind kind) {
    return plan.items().stream()
        .filter(item -> item.kind() == kind && item.entity().kind().equals(EntityId.FLAG))
        .count();
  }

  /// The same for machines; documented in `docs/cli.md` and stable.
  public void json(ImportPlan plan, List<Finding> warnings) {
    ObjectNode node = JSON.objectNode();
    node.put("file", file);
    node.put("dryRun", dryRun);
    ArrayNode created = node.putArray("created");
    ArrayNode changed = node.putArray("changed");
    ArrayNode same = node.putArray("same");
    ArrayNode removed = node.putArray("removed");
    for (ImportItem item : plan.items()) {
      switch (item.kind()) {
        case NEW -> created.add(name(item));
        case CHANGED -> changed.add(json(item));
        case REMOVED -> removed.add(name(item));
        case SAME -> {
          if (item.entity().kind().equals(EntityId.FLAG)) {
            same.add(name(item));
          }
        }
      }
    }
    node.set("warnings", findings(warnings));
    output.json(node);
  }

  private static ObjectNode json(ImportItem item) {
    ObjectNode node = JSON.objectNode();
    node.put("entity", item.entity().kind());
    node.put("key", item.key());
    ArrayNode fields = node.putArray("fields");
    for (var change : item.changes()) {
      fields
          .addObject()
          .put("field", change.field())
          .put("before", change.before())
          .put("after", change.after());
    }
    return node;
  }

  private static ArrayNode findings(List<Finding> findings) {
    ArrayNode array = JSON.arrayNode();
    for (Finding finding : findings) {
      array
          .addObject()
          .put("severity", FlagJson.word(finding.severity()))
          .put("path", finding.path())
          .put("reason", finding.reason())
          .put("line", finding.line())
          .put("column", finding.column());
    }
    return array;
  }
}
