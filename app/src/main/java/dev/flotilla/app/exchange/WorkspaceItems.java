package dev.flotilla.app.exchange;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.proposal.ProposedField;
import dev.flotilla.openfeature.proposal.ProposedItem;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Edits put together by what they are about, with before and after for people.
record WorkspaceItems(Workspace now, Workspace wanted) {
  List<ProposedItem> of(List<Edit> edits) {
    var byEntity = new LinkedHashMap<EntityId, List<Edit>>();
    for (var edit : edits) {
      entity(edit).ifPresent(id -> byEntity.computeIfAbsent(id, _ -> new ArrayList<>()).add(edit));
    }
    var items = new ArrayList<ProposedItem>();
    byEntity.forEach((id, own) -> items.add(item(id, own)));
    return items;
  }

  private ProposedItem item(EntityId id, List<Edit> edits) {
    var kind = !now.exists(id) ? Kind.NEW : wanted.exists(id) ? Kind.CHANGED : Kind.REMOVED;
    // A deletion is one edit, and what else is edited meanwhile lets it go through.
    boolean deletes = edits.stream().anyMatch(Edit.DeleteEntity.class::isInstance);
    var fields = new LinkedHashMap<String, ProposedField>();
    for (var edit : edits) {
      field(id, edit).ifPresent(field -> fields.putIfAbsent(field.field(), field));
    }
    return new ProposedItem(
        id,
        deletes ? Kind.REMOVED : kind,
        false,
        deletes ? List.of() : List.copyOf(fields.values()),
        edits);
  }

  private static Optional<EntityId> entity(Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag(var key, _, _, _, _) -> Optional.of(EntityId.flag(key));
      case Edit.CreateTagSet(var key, _) -> Optional.of(EntityId.tagSet(key));
      case Edit.CreateEnvironment(var name, _) -> Optional.of(EntityId.environment(name));
      case Edit.CreateFolder(var key, _, _) -> Optional.of(EntityId.folder(key));
      case Edit.CreateCounter(var key, _) -> Optional.of(EntityId.counter(key));
      case Edit.MoveFolder(var key, _) -> Optional.of(EntityId.folder(key));
      case Edit.AddToCounter(var key, _) -> Optional.of(EntityId.counter(key));
      case Edit.Require(var flag, _, _) -> Optional.of(EntityId.flag(flag));
      case Edit.Unrequire(var flag, _) -> Optional.of(EntityId.flag(flag));
      case Edit.DeleteEntity(var id) -> Optional.of(id);
      case Edit.SetField(var id, _, _, _) -> Optional.of(id);
      case Edit.AddElement(var id, _, _) -> Optional.of(id);
      case Edit.RemoveElement(var id, _, _) -> Optional.of(id);
      case Edit.ReplaceTargeting(var flag, _, _, _) -> Optional.of(EntityId.flag(flag));
      case Edit.AddRule(var flag, _, _, _) -> Optional.of(EntityId.flag(flag));
      case Edit.MoveRule(var flag, _, _, _) -> Optional.of(EntityId.flag(flag));
      case Edit.RemoveRule(var flag, _, _) -> Optional.of(EntityId.flag(flag));
      case Edit.PutBack(var slot, _, _, _, _) -> Optional.of(slot.entity());
      case Edit.Resolve _ -> Optional.empty();
    };
  }

  private Optional<ProposedField> field(EntityId id, Edit edit) {
    return switch (edit) {
      case Edit.SetField(_, var name, var value, _) ->
          shown(name, now.value(new Slot.Field(id, name)).display(), value.display());
      case Edit.AddElement(_, var set, _) -> set(id, set);
      case Edit.RemoveElement(_, var set, _) -> set(id, set);
      case Edit.ReplaceTargeting(_, var environment, _, _) ->
          shown(
              FieldNames.targeting(environment),
              targeting(now, id, environment),
              targeting(wanted, id, environment));
      case Edit.AddRule(_, var environment, _, _) ->
          shown(
              FieldNames.targeting(environment),
              targeting(now, id, environment),
              targeting(wanted, id, environment));
      case Edit.MoveFolder(_, var parent) ->
          shown(
              FieldNames.FOLDER,
              now.folder(id.key()).flatMap(folder -> folder.parent()).orElse(""),
              parent.orElse(""));
      case Edit.CreateFolder(_, var name, _) -> shown(FieldNames.NAME, "", name);
      case Edit.CreateFlag(_, var type, _, _, _) -> shown(FieldNames.TYPE, "", type.id());
      case Edit.AddToCounter _ -> shown("value", counter(now, id), counter(wanted, id));
      case Edit.Require _, Edit.Unrequire _ ->
          shown(FieldNames.REQUIRES, requires(now, id), requires(wanted, id));
      case Edit.CreateTagSet _,
          Edit.CreateEnvironment _,
          Edit.CreateCounter _,
          Edit.DeleteEntity _,
          Edit.MoveRule _,
          Edit.RemoveRule _,
          Edit.PutBack _,
          Edit.Resolve _ ->
          Optional.empty();
    };
  }

  private static Optional<ProposedField> shown(String field, String before, String after) {
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            new ProposedField(field, Optional.empty(), before, after, false, "", List.of()));
  }

  private Optional<ProposedField> set(EntityId id, String set) {
    return shown(set, elements(now, id, set), elements(wanted, id, set));
  }

  private static String elements(Workspace workspace, EntityId id, String set) {
    SortedSet<String> elements =
        switch (id.kind()) {
          case EntityId.FLAG ->
              workspace
                  .flag(id.key())
                  .map(flag ->
                      set.equals(FieldNames.LINKS) ? new TreeSet<>(flag.links()) : flag.tags())
                  .orElseGet(TreeSet::new);
          case EntityId.TAG_SET ->
              workspace.tagSet(id.key()).map(one -> one.members()).orElseGet(TreeSet::new);
          default -> new TreeSet<>();
        };
    return String.join(", ", elements);
  }

  private static String targeting(Workspace workspace, EntityId id, String environment) {
    return workspace
        .flag(id.key())
        .flatMap(flag -> flag.setting(environment).effectiveTargeting())
        .orElse("");
  }

  private static String counter(Workspace workspace, EntityId id) {
    return workspace.counter(id.key()).map(one -> String.valueOf(one.value())).orElse("");
  }

  private static String requires(Workspace workspace, EntityId id) {
    return workspace
        .flag(id.key())
        .map(flag -> flag.prerequisites().entrySet().stream().map(Map.Entry::toString).toList())
        .map(all -> String.join(", ", all))
        .orElse("");
  }
}
