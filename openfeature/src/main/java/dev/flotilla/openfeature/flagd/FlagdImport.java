package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.flagd.ImportItem.FieldChange;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.proposal.Proposal;
import dev.flotilla.openfeature.proposal.ProposedItem;
import dev.flotilla.openfeature.proposal.Proposer;
import dev.flotilla.openfeature.proposal.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Works out what a flagd document changes in a workspace, without changing anything.
///
/// What the document mentions becomes as it says; what it does not mention, flags, shared rules or
/// metadata of the set, stays. Only what differs becomes an edit, so importing the same document
/// again does nothing. If it is known what the document said when it was exported, only what was
/// edited in it becomes an edit. A flag never changes its type: one that has another type here is
/// an error and left out. Cost: O(workspace + document).
public final class FlagdImport {
  private static final JsonPath FLAGS = JsonPath.ROOT.member("flags");

  private FlagdImport() {}

  /// What a document proposes.
  ///
  /// @param findings errors are flags that cannot be imported and are not among the items
  public record Proposed(Proposal proposal, List<Finding> findings) {
    public Proposed {
      findings = List.copyOf(findings);
    }
  }

  /// What importing the document into these environments does; into all environments if none is
  /// named.
  ///
  /// @throws IllegalArgumentException if the workspace has no environment of a given name
  public static ImportPlan plan(Workspace now, FlagdDocument document, List<String> environments) {
    return plan(now, propose(now, document, environments, Optional.empty()), true, true);
  }

  /// What is done of a proposal, if all of its conflicts are settled alike.
  ///
  /// @param removing whether flags go that are gone from the file
  /// @param taking whether the file is right where both sides changed something
  public static ImportPlan plan(
      Workspace now, Proposed proposed, boolean removing, boolean taking) {
    Predicate<ProposedItem> chosen = item -> isDone(item, removing, taking);
    var items =
        proposed.proposal().items().stream()
            .filter(item -> chosen.test(item) || item.kind() == ProposedItem.Kind.SAME)
            .map(item -> item(item, taking))
            .toList();
    return new ImportPlan(
        items, proposed.findings(), proposed.proposal().batches(now, chosen, (_, _) -> taking));
  }

  /// Whether anything is done about an item, if all are settled alike.
  public static boolean isDone(ProposedItem item, boolean removing, boolean taking) {
    return (removing || item.kind() != ProposedItem.Kind.REMOVED) && (taking || !item.conflict());
  }

  /// What the document proposes for these environments; for all of them if none is named.
  ///
  /// @param base what was exported when the document was made; only meaningful for the environment
  ///   that it was exported from
  /// @throws IllegalArgumentException if the workspace has no environment of a given name
  public static Proposed propose(
      Workspace now,
      FlagdDocument document,
      List<String> environments,
      Optional<FlagdDocument> base) {
    for (var name : environments) {
      if (now.environment(name).isEmpty()) {
        throw new IllegalArgumentException("no environment " + name);
      }
    }
    var targets =
        environments.isEmpty()
            ? now.environments().stream().map(Environment::name).toList()
            : environments.stream().distinct().toList();
    var references = new References(now, base);
    var file = FlagdStatements.of(document, targets);
    var findings = new ArrayList<Finding>();
    var taken = new ArrayList<Statement>();
    for (var statement : file.all()) {
      var other = flagOfOtherType(now, statement);
      if (other.isPresent()) {
        findings.add(otherType(other.get(), statement));
      } else {
        taken.add(references.restored(statement));
      }
    }
    findings.addAll(file.findings());
    var before =
        base.map(written ->
            FlagdStatements.of(written, targets).all().stream().map(references::restored).toList());
    var mentioned = file.all().stream().map(Statement::entity).collect(Collectors.toSet());
    var proposal = new Proposer(now, before).propose(taken, mentioned);
    for (var kept : proposal.unused()) {
      findings.add(
          Finding.withoutPlace(
              Severity.WARNING,
              FLAGS.member(kept.flag()).member("variants").member(kept.variant()).toString(),
              "the document lacks this variant, it stays because another environment uses it"));
    }
    return new Proposed(withSegments(now, document, base, proposal), findings);
  }

  private static Proposal withSegments(
      Workspace now, FlagdDocument document, Optional<FlagdDocument> base, Proposal proposal) {
    var items = new ArrayList<>(Segment.proposed(now, document, base));
    items.addAll(proposal.items());
    return new Proposal(proposal.threeWay(), items, proposal.unused());
  }

  private static Optional<Flag> flagOfOtherType(Workspace now, Statement statement) {
    return statement.entity().kind().equals(EntityId.FLAG)
        ? now.flag(statement.entity().key())
            .filter(flag -> statement.type().filter(type -> type != flag.type()).isPresent())
        : Optional.empty();
  }

  private static Finding otherType(Flag before, Statement wanted) {
    return Finding.withoutPlace(
        Severity.ERROR,
        FLAGS.member(before.key()).toString(),
        "this flag is of type %s in the workspace and %s in the document; delete it first or use another key"
            .formatted(before.type().id(), wanted.type().orElseThrow().id()));
  }

  private static ImportItem item(ProposedItem item, boolean taking) {
    var changes = new ArrayList<FieldChange>();
    for (var field : item.fields()) {
      if (field.conflict() && !taking) {
        continue;
      }
      if (!field.rules().isEmpty()) {
        var environment =
            field
                .field()
                .substring("env/".length(), field.field().length() - "/targeting".length());
        changes.add(new FieldChange(FieldNames.rules(environment), field.rules(), ""));
      }
      changes.add(new FieldChange(field.field(), field.here(), field.there()));
    }
    var kind =
        switch (item.kind()) {
          case NEW -> ImportItem.Kind.NEW;
          case REMOVED -> ImportItem.Kind.REMOVED;
          case CHANGED -> changes.isEmpty() ? ImportItem.Kind.SAME : ImportItem.Kind.CHANGED;
          case SAME -> ImportItem.Kind.SAME;
        };
    return new ImportItem(item.entity(), kind, changes);
  }
}
