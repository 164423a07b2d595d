package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Batches;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.flagd.ImportItem.Kind;
import dev.flotilla.openfeature.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Works out what a flagd document changes in a workspace, without changing anything.
///
/// What the document mentions becomes as it says; what it does not mention, flags, shared rules or
/// metadata of the set, stays. Only what differs becomes an edit, so importing the same document
/// again does nothing. A flag never changes its type: one that has another type here is an error
/// and left out. Cost: O(workspace + document).
public final class FlagdImport {
  private static final JsonPath FLAGS = JsonPath.ROOT.member("flags");

  private final Workspace now;
  private final FlagdDocument document;
  private final List<String> environments;
  private final Batches batches;
  private final List<ImportItem> items = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private FlagdImport(Workspace now, FlagdDocument document, List<String> environments) {
    this.now = now;
    this.document = document;
    this.environments = environments;
    this.batches = new Batches(now);
  }

  /// What importing the document into these environments does; into all environments if none is
  /// named.
  ///
  /// @throws IllegalArgumentException if the workspace has no environment of a given name
  public static ImportPlan plan(Workspace now, FlagdDocument document, List<String> environments) {
    for (var name : environments) {
      if (now.environment(name).isEmpty()) {
        throw new IllegalArgumentException("no environment " + name);
      }
    }
    var targets =
        environments.isEmpty()
            ? now.environments().stream().map(Environment::name).toList()
            : environments.stream().distinct().toList();
    return new FlagdImport(now, document, targets).plan();
  }

  private ImportPlan plan() {
    var setMetadata = new TreeMap<>(document.metadata());
    boolean own = setMetadata.remove(OwnFields.FORMAT) != null;
    for (var name : environments) {
      now.environment(name).ifPresent(environment -> environment(environment, setMetadata));
    }
    document.flags().forEach((key, flag) -> flag(key, flag, own));
    return new ImportPlan(items, findings, batches.all());
  }

  private void environment(Environment before, SortedMap<String, Value> metadata) {
    if (document.evaluators().isEmpty() && metadata.isEmpty()) {
      return;
    }
    var changes = new Changes(before.id());
    document
        .evaluators()
        .forEach((name, rule) -> {
          var known = before.evaluators().get(name);
          changes.set(
              FieldNames.evaluator(name),
              known == null ? Value.absent() : new Value.Json(known),
              new Value.Json(rule));
        });
    metadata.forEach((key, value) ->
        changes.set(
            FieldNames.metadata(key), before.metadata().getOrDefault(key, Value.absent()), value));
    add(before.id(), Kind.CHANGED, changes);
  }

  private void flag(String key, FlagdFlag wanted, boolean own) {
    var path = FLAGS.member(key);
    var before = now.flag(key);
    if (before.isPresent() && before.get().type() != wanted.type()) {
      find(Severity.ERROR, path, otherType(before.get(), wanted));
      return;
    }
    var ownFields = OwnFields.read(wanted.metadata(), own);
    ownFields
        .problems()
        .forEach((name, problem) ->
            find(Severity.WARNING, path.member("metadata").member(name), problem));
    var flag = new FlagImport(key, wanted, ownFields, environments);
    if (before.isEmpty()) {
      add(EntityId.flag(key), Kind.NEW, flag.create(batches));
      return;
    }
    add(EntityId.flag(key), Kind.CHANGED, flag.update(before.get()));
    for (var variant : flag.keptVariants()) {
      find(
          Severity.WARNING,
          path.member("variants").member(variant),
          "the document lacks this variant, it stays because another environment uses it");
    }
  }

  private static String otherType(Flag before, FlagdFlag wanted) {
    return "this flag is of type %s in the workspace and %s in the document; delete it first or use another key"
        .formatted(before.type().id(), wanted.type().id());
  }

  private void add(EntityId entity, Kind kind, Changes changes) {
    boolean same = changes.edits().isEmpty();
    items.add(new ImportItem(entity, same ? Kind.SAME : kind, changes.fields()));
    batches.add(changes.edits());
  }

  private void find(Severity severity, JsonPath path, String reason) {
    findings.add(Finding.withoutPlace(severity, path.toString(), reason));
  }
}
