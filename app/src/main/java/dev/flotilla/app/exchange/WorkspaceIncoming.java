package dev.flotilla.app.exchange;

import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditsBetween;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.proposal.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A whole workspace. Merged, what it mentions becomes as it says, and settings of environments
/// that it has not stay; replacing, what it lacks is deleted as well. Rules that say the same stay
/// the rules that they are. Immutable.
record WorkspaceIncoming(JsonObject document, List<String> environments) implements Incoming {
  WorkspaceIncoming {
    environments = List.copyOf(environments);
  }

  static Reading read(JsonObject document) {
    var findings = new ArrayList<Finding>();
    var root = new WorkspaceMembers(document, JsonPath.ROOT, findings);
    if (root.whole(WorkspaceText.VERSION) > WorkspaceText.VERSION_NOW) {
      root.wrong("it was written by a later version of Flotilla, which this one cannot read");
    }
    if (!findings.isEmpty()) {
      return new Reading.Refused(findings);
    }
    var built = WorkspaceBuilding.build(document, WorkspaceBuilding.unmapped(document));
    return built.findings().isEmpty()
        ? new Reading.Read(
            new WorkspaceIncoming(document, WorkspaceBuilding.environments(document)))
        : new Reading.Refused(built.findings());
  }

  @Override
  public List<Finding> warnings() {
    return List.of();
  }

  @Override
  public Optional<ExportMark> mark() {
    return Optional.empty();
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public Proposed propose(Workspace now, Destination to, Exported exported) {
    var built = WorkspaceBuilding.build(document, to.mapping());
    var wanted = built.workspace();
    var edits =
        new ArrayList<>(
            EditsBetween.of(now, wanted, slot -> inScope(slot, now, wanted, to.replacing())));
    edits.removeIf(edit -> saysNothing(edit, now));
    edits.addAll(rules(now, wanted));
    var items = new WorkspaceItems(now, wanted).of(edits);
    return new Proposed(new Proposal(false, items, List.of()), built.findings());
  }

  /// Off, not archived, not protected and an empty text are left out of a document, as if they had
  /// never been set.
  private static boolean saysNothing(Edit edit, Workspace now) {
    if (!(edit instanceof Edit.SetField(var id, var name, var value, var _))
        || value.isPresent()
        || name.startsWith(FieldNames.variant(""))
        || name.startsWith(FieldNames.metadata(""))) {
      return false;
    }
    var here = now.value(new Slot.Field(id, name));
    return here.equals(Value.of(false)) || here.equals(Value.of(""));
  }

  private static boolean inScope(Slot slot, Workspace now, Workspace wanted, boolean replacing) {
    var entity = slot.entity();
    if (entity.equals(EntityId.workspace())) {
      return false;
    }
    // Rules are compared as lists, because those of the file have other ids.
    boolean isThere = now.exists(entity) && wanted.exists(entity);
    if (isThere && entity.kind().equals(EntityId.FLAG) && isOfRule(slot)) {
      return false;
    }
    return replacing
        || (wanted.exists(entity)
            && environmentOf(slot)
                .filter(name -> !wanted.exists(EntityId.environment(name)))
                .isEmpty());
  }

  private static boolean isOfRule(Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> false;
      case Slot.Element(_, var set, _) -> FieldNames.environmentOfRules(set).isPresent();
      case Slot.Field(_, var name) -> name.startsWith("env/") && name.contains("/rule/");
    };
  }

  private static Optional<String> environmentOf(Slot slot) {
    if (slot instanceof Slot.Field(_, var name) && name.startsWith("env/")) {
      int end = name.lastIndexOf('/');
      return end > "env/".length()
          ? Optional.of(name.substring("env/".length(), end))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static List<Edit> rules(Workspace now, Workspace wanted) {
    var edits = new ArrayList<Edit>();
    for (Flag flag : wanted.flags()) {
      var here = now.flag(flag.key());
      if (here.isEmpty()) {
        continue;
      }
      for (var environment : wanted.environments()) {
        var setting = flag.setting(environment.name());
        var before = here.get().setting(environment.name());
        var drafts = setting.rules().stream().map(Rule::draft).toList();
        if (!drafts.equals(before.rules().stream().map(Rule::draft).toList())) {
          edits.add(
              new Edit.ReplaceTargeting(
                  flag.key(), environment.name(), drafts, setting.targeting()));
        }
      }
    }
    return edits;
  }

  /// In an order that holds across entities: what is referred to before what refers to it.
  @Override
  public List<List<Edit>> batches(Workspace now, List<List<Edit>> chosen) {
    var all = new ArrayList<Edit>();
    chosen.forEach(all::addAll);
    all.sort(Comparator.comparingInt(WorkspaceIncoming::rank));
    var batches = new Batches(now);
    if (batches.fit(all)) {
      return all.isEmpty() ? List.of() : List.of(all);
    }
    all.forEach(edit -> batches.add(List.of(edit)));
    return batches.all();
  }

  private static int rank(Edit edit) {
    return switch (edit) {
      case Edit.CreateEnvironment _,
          Edit.CreateTagSet _,
          Edit.CreateCounter _,
          Edit.CreateFolder _,
          Edit.MoveFolder _ ->
          0;
      case Edit.CreateFlag _ -> 1;
      case Edit.ReplaceTargeting _,
          Edit.AddRule _,
          Edit.MoveRule _,
          Edit.RemoveRule _,
          Edit.PutBack _ ->
          3;
      case Edit.Unrequire _ -> 4;
      case Edit.Require _ -> 5;
      case Edit.DeleteEntity _ -> 6;
      case Edit.SetField _,
          Edit.AddElement _,
          Edit.RemoveElement _,
          Edit.AddToCounter _,
          Edit.Resolve _ ->
          2;
    };
  }
}
