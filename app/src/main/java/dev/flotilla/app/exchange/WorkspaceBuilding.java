package dev.flotilla.app.exchange;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Plan;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a workspace in memory that shows what a document says, by the rules that hold for every
/// edit: what they refuse is an error of the document, with its place. Confined to one thread.
final class WorkspaceBuilding {
  private static final ReplicaId SCRATCH = new ReplicaId(0, 1);

  private final SortedMap<String, String> mapping;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Edit> requirements = new ArrayList<>();
  private Workspace workspace = Workspace.EMPTY;

  private WorkspaceBuilding(SortedMap<String, String> mapping) {
    this.mapping = mapping;
  }

  /// What a document shows, and what is wrong with it.
  record Built(Workspace workspace, List<Finding> findings) {}

  /// @param mapping from names of environments in the document to other names; what is not in it is
  ///   left out
  static Built build(JsonObject document, SortedMap<String, String> mapping) {
    var building = new WorkspaceBuilding(mapping);
    building.all(new WorkspaceMembers(document, JsonPath.ROOT, building.findings));
    return new Built(building.workspace, List.copyOf(building.findings));
  }

  private void all(WorkspaceMembers root) {
    root.objects("environments").forEach(this::environment);
    folders(root.objects("folders"));
    root.objects("tagSets").forEach(this::tagSet);
    root.objects("counters").forEach(this::counter);
    root.objects("flags").forEach(this::flag);
    var batches = new Batches(workspace);
    requirements.forEach(edit -> batches.add(List.of(edit)));
    batches.all().forEach(batch -> make(root, batch));
  }

  private void environment(WorkspaceMembers from) {
    var name = mapping.get(from.text("name"));
    if (name == null) {
      return;
    }
    var id = EntityId.environment(name);
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.CreateEnvironment(name, (int) from.whole("order")));
    if (from.flag("protected")) {
      edits.add(new Edit.SetField(id, FieldNames.PROTECTED, Value.of(true)));
    }
    from.values("metadata")
        .forEach((key, value) -> edits.add(new Edit.SetField(id, FieldNames.metadata(key), value)));
    from.nested("evaluators")
        .forEach(
            (key, rule) -> edits.add(new Edit.SetField(id, FieldNames.evaluator(key), json(rule))));
    make(from, edits);
  }

  /// Folders before what is in them, whatever the order of the document.
  private void folders(List<WorkspaceMembers> all) {
    var left = new ArrayList<>(all);
    Set<String> made = new HashSet<>();
    made.add("");
    boolean some = true;
    while (some && !left.isEmpty()) {
      some = false;
      for (var from : List.copyOf(left)) {
        if (made.contains(from.text("parent"))) {
          folder(from);
          made.add(from.text("key"));
          left.remove(from);
          some = true;
        }
      }
    }
    left.forEach(from -> from.wrong("its parent is no folder, or the folder itself"));
  }

  private void folder(WorkspaceMembers from) {
    var key = from.text("key");
    var edits = new ArrayList<Edit>();
    edits.add(
        new Edit.CreateFolder(
            key, from.text("name"), Optional.of(from.text("parent")).filter(p -> !p.isEmpty())));
    text(from, "description", FieldNames.DESCRIPTION, EntityId.folder(key), edits);
    make(from, edits);
  }

  private void tagSet(WorkspaceMembers from) {
    var key = from.text("key");
    var id = EntityId.tagSet(key);
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.CreateTagSet(key, from.text("description")));
    text(from, "colour", FieldNames.COLOUR, id, edits);
    for (var member : from.texts("members")) {
      edits.add(new Edit.AddElement(id, FieldNames.MEMBERS, member));
    }
    make(from, edits);
  }

  private void counter(WorkspaceMembers from) {
    var key = from.text("key");
    var edits = new ArrayList<Edit>();
    edits.add(new Edit.CreateCounter(key, from.text("description")));
    long value = from.whole("value");
    if (value != 0) {
      edits.add(new Edit.AddToCounter(key, value));
    }
    make(from, edits);
  }

  private void flag(WorkspaceMembers from) {
    var key = from.text("key");
    var id = EntityId.flag(key);
    var type = FlagType.parse(from.text("type"));
    if (type.isEmpty()) {
      from.wrong("its type must be boolean, string, number or object");
      return;
    }
    var edits = new ArrayList<Edit>();
    edits.add(
        new Edit.CreateFlag(
            key,
            type.get(),
            new TreeMap<>(from.values("variants")),
            from.text("description"),
            new TreeMap<>()));
    text(from, "owner", FieldNames.OWNER, id, edits);
    text(from, "kind", FieldNames.KIND, id, edits);
    text(from, "folder", FieldNames.FOLDER, id, edits);
    if (from.flag("archived")) {
      edits.add(new Edit.SetField(id, FieldNames.ARCHIVED, Value.of(true)));
    }
    from.json("schema")
        .ifPresent(
            schema -> edits.add(new Edit.SetField(id, FieldNames.SCHEMA, new Value.Json(schema))));
    from.texts("tags").forEach(tag -> edits.add(new Edit.AddElement(id, FieldNames.TAGS, tag)));
    from.texts("links").forEach(link -> edits.add(new Edit.AddElement(id, FieldNames.LINKS, link)));
    from.values("metadata")
        .forEach(
            (name, value) -> edits.add(new Edit.SetField(id, FieldNames.metadata(name), value)));
    from.nestedObjects("environments")
        .forEach((name, setting) -> setting(id, name, setting, edits));
    from.values("requires")
        .forEach(
            (other, variant) -> requirements.add(new Edit.Require(key, other, variant.display())));
    make(from, edits);
  }

  private void setting(EntityId flag, String name, WorkspaceMembers from, List<Edit> edits) {
    var environment = mapping.get(name);
    if (environment == null) {
      return;
    }
    if (from.flag("enabled")) {
      edits.add(new Edit.SetField(flag, FieldNames.state(environment), Value.of(true)));
    }
    text(from, "default", FieldNames.defaultVariant(environment), flag, edits);
    var rules = new ArrayList<RuleDraft>();
    for (var rule : from.objects("rules")) {
      var serve = rule.object().members().get("serve");
      if (serve == null) {
        rule.wrong("a rule must say what to serve");
      } else {
        rules.add(new RuleDraft(rule.json("when"), outcome(serve)));
      }
    }
    var targeting = from.json("targeting");
    if (!rules.isEmpty() || targeting.isPresent()) {
      edits.add(new Edit.ReplaceTargeting(flag.key(), environment, rules, targeting));
    }
  }

  private static Value outcome(JsonValue serve) {
    return serve instanceof JsonString(_, var variant) ? Value.of(variant) : json(serve);
  }

  private static Value json(JsonValue value) {
    return new Value.Json(JsonText.compact(value));
  }

  private static void text(
      WorkspaceMembers from, String member, String field, EntityId id, List<Edit> edits) {
    var text = from.text(member);
    if (!text.isEmpty()) {
      edits.add(new Edit.SetField(id, field, Value.of(text)));
    }
  }

  private void make(WorkspaceMembers from, List<Edit> edits) {
    var batches = new Batches(workspace);
    batches.add(edits);
    for (var batch : batches.all()) {
      var next = NextDots.of(workspace, SCRATCH);
      switch (EditPlanner.plan(workspace, batch, next)) {
        case Plan.Accepted(var operations) ->
            workspace =
                workspace.apply(
                    SCRATCH, next.next(), new HybridTimestamp(next.next(), 0), operations);
        case Plan.Refused(var refusal) -> from.wrong(refusal.message());
      }
    }
  }

  /// The names of the environments of a document.
  static List<String> environments(JsonObject document) {
    var members = new WorkspaceMembers(document, JsonPath.ROOT, new ArrayList<>());
    return members.objects("environments").stream()
        .map(environment -> environment.text("name"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /// The mapping that changes no name.
  static SortedMap<String, String> unmapped(JsonObject document) {
    var mapping = new TreeMap<String, String>();
    environments(document).forEach(name -> mapping.put(name, name));
    return mapping;
  }
}
