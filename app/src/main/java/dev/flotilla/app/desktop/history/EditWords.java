package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.history.Difference.Kind;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what edits would do to a workspace.
public final class EditWords {
  private final Workspace now;
  private final Texts texts;
  private final RuleNames fields;

  /// @param now what the edits would be made in
  public EditWords(Workspace now, Texts texts) {
    this.now = now;
    this.texts = texts;
    this.fields = new RuleNames(() -> now, texts);
  }

  /// By entity, in the order in which they first come.
  public List<Group> of(List<Edit> edits) {
    Map<EntityId, List<Difference>> byEntity = new LinkedHashMap<>();
    for (Edit edit : edits) {
      byEntity.computeIfAbsent(entity(edit), _ -> new ArrayList<>()).add(difference(edit));
    }
    List<Group> groups = new ArrayList<>();
    byEntity.forEach((entity, all) -> groups.add(new Group(Optional.of(entity), all)));
    return groups;
  }

  /// What an edit is about.
  static EntityId entity(Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag create -> EntityId.flag(create.key());
      case Edit.CreateTagSet create -> EntityId.tagSet(create.key());
      case Edit.CreateEnvironment create -> EntityId.environment(create.name());
      case Edit.CreateFolder create -> EntityId.folder(create.key());
      case Edit.CreateCounter create -> EntityId.counter(create.key());
      case Edit.MoveFolder move -> EntityId.folder(move.folder());
      case Edit.Require require -> EntityId.flag(require.flag());
      case Edit.Unrequire unrequire -> EntityId.flag(unrequire.flag());
      case Edit.AddToCounter add -> EntityId.counter(add.counter());
      case Edit.DeleteEntity delete -> delete.entity();
      case Edit.SetField set -> set.entity();
      case Edit.AddElement add -> add.entity();
      case Edit.RemoveElement remove -> remove.entity();
      case Edit.AddRule add -> EntityId.flag(add.flag());
      case Edit.MoveRule move -> EntityId.flag(move.flag());
      case Edit.RemoveRule remove -> EntityId.flag(remove.flag());
      case Edit.ReplaceTargeting replace -> EntityId.flag(replace.flag());
      case Edit.PutBack putBack -> putBack.slot().entity();
      case Edit.Resolve _ -> EntityId.workspace();
    };
  }

  private Difference difference(Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag _,
          Edit.CreateTagSet _,
          Edit.CreateEnvironment _,
          Edit.CreateFolder _,
          Edit.CreateCounter _ ->
          said(Kind.CREATED, texts.of("history.was.created"));
      case Edit.DeleteEntity _ -> said(Kind.DELETED, texts.of("history.was.deleted"));
      case Edit.SetField(var entity, var name, var value, _) ->
          changed(
              fields.field(entity, name),
              words(name, now.value(new Slot.Field(entity, name))),
              words(name, value));
      case Edit.AddElement(_, var set, var element) ->
          new Difference(Optional.empty(), Kind.ADDED, noun(set), "", element, Value.absent());
      case Edit.RemoveElement(_, var set, var element) ->
          new Difference(Optional.empty(), Kind.REMOVED, noun(set), element, "", Value.absent());
      case Edit.AddRule add -> said(Kind.ADDED, texts.of("restore.rule.added", add.environment()));
      case Edit.MoveRule(var flag, var environment, var rule, _) ->
          said(
              Kind.MOVED,
              texts.of("history.rule.moved", place(flag, environment, rule), environment));
      case Edit.RemoveRule(var flag, var environment, var rule) ->
          said(
              Kind.REMOVED,
              texts.of("history.rule.removed", place(flag, environment, rule), environment));
      case Edit.ReplaceTargeting replace ->
          said(
              Kind.CHANGED,
              fields.field(entity(edit), FieldNames.targeting(replace.environment())));
      case Edit.Require(var flag, var other, var variant) ->
          changed(texts.of("history.requires", other), required(flag, other), variant);
      case Edit.Unrequire(var flag, var other) ->
          changed(texts.of("history.requires", other), required(flag, other), "");
      case Edit.MoveFolder(var folder, var parent) ->
          changed(
              texts.of("field.folder"),
              place(now.folder(folder).flatMap(Folder::parent)),
              place(parent));
      case Edit.AddToCounter(_, long amount) ->
          said(
              Kind.CHANGED,
              texts.of(amount < 0 ? "history.countedDown" : "history.countedUp", Math.abs(amount)));
      case Edit.PutBack(var slot, _, _, _, _) -> said(Kind.CHANGED, slot.toString());
      case Edit.Resolve _ -> said(Kind.CHANGED, texts.of("history.workspace"));
    };
  }

  private String place(String flag, String environment, String rule) {
    return fields.place(EntityId.flag(flag), environment, rule);
  }

  private static Difference said(Kind kind, String sentence) {
    return new Difference(Optional.empty(), kind, sentence, "", "", Value.absent());
  }

  private static Difference changed(String what, String before, String after) {
    return new Difference(Optional.empty(), Kind.CHANGED, what, before, after, Value.absent());
  }

  private String words(String field, Value value) {
    if (!value.isPresent()) {
      return "";
    }
    return field.equals(FieldNames.FOLDER) && value instanceof Value.Text(var key)
        ? place(Optional.of(key))
        : fields.value(field, value);
  }

  private String noun(String set) {
    return switch (set) {
      case FieldNames.TAGS -> texts.of("history.tag");
      case FieldNames.LINKS -> texts.of("history.link");
      case FieldNames.MEMBERS -> texts.of("history.member");
      default -> set;
    };
  }

  private String required(String flag, String other) {
    return now.flag(flag).map(one -> one.prerequisites().getOrDefault(other, "")).orElse("");
  }

  private String place(Optional<String> folder) {
    return folder
        .map(key -> now.folder(key).map(Folder::path).orElse(key))
        .orElse(texts.of("history.topLevel"));
  }
}
