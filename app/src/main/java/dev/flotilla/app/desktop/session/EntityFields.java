package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.form.DraftKeeper;
import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.beans.binding.Bindings;

/// Makes the fields of one entity's form: how a text becomes an edit of a field, answering exactly
/// the writes that the form showed.
public final class EntityFields {
  private final WorkspaceModel model;
  private final Texts texts;
  private final EntityId entity;

  public EntityFields(WorkspaceModel model, Texts texts, EntityId entity) {
    this.model = model;
    this.texts = texts;
    this.entity = entity;
  }

  /// What the fields belong to.
  public EntityId entity() {
    return entity;
  }

  /// A field whose text is checked by `check` and stored as `value` makes of it.
  public FieldModel<SortedSet<Dot>> field(
      String name, Function<String, Optional<String>> check, Function<String, Value> value) {
    return new FieldModel<SortedSet<Dot>>(
            Collections.emptySortedSet(), check, draft -> submit(name, draft, value))
        .at(new Place(entity, name), _ -> author(name))
        .keptBy(new Keeper(model.drafts(), new Place(entity, name)))
        .editedBy(
            Bindings.createStringBinding(
                () -> model.live().editing(entity, name), model.live().versionProperty()));
  }

  /// Who else wrote what the field shows; empty if that was here.
  private String author(String name) {
    Workspace now = model.workspace();
    return now.register(new Slot.Field(entity, name)).siblings().entrySet().stream()
        .max(Comparator.comparing(write -> write.getValue().at()))
        .map(write -> write.getKey().replica())
        .filter(by -> !model.people().isOwn(by))
        .map(by -> model.people().deviceName(now, by))
        .orElse("");
  }

  private CompletionStage<Optional<String>> submit(
      String name, FieldModel.Draft<SortedSet<Dot>> draft, Function<String, Value> value) {
    try {
      return model.submitInline(
          texts.of("editor.changed", name, entity.key()),
          List.of(
              new Edit.SetField(
                  entity, name, value.apply(draft.text()), Optional.of(draft.seen()))));
    } catch (IllegalArgumentException e) {
      // A value beyond the limits of the model, for example a text that is too long.
      return CompletableFuture.completedFuture(Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /// Any text; the empty one removes the field.
  public FieldModel<SortedSet<Dot>> text(String name) {
    return field(
        name,
        _ -> Optional.empty(),
        text -> text.isEmpty() ? new Value.Absent() : new Value.Text(text));
  }

  /// The writes of a field that the form shows now.
  public SortedSet<Dot> seen(String name) {
    return new TreeSet<>(
        model.workspace().register(new Slot.Field(entity, name)).siblings().keySet());
  }

  /// Sets a field at once, as switches and choices do.
  public void set(String name, Value value) {
    model.edit(
        texts.of("editor.changed", name, entity.key()),
        new Edit.SetField(entity, name, value, Optional.of(seen(name))));
  }

  /// Makes an edit that is more than a value.
  public void edit(String message, Edit edit) {
    model.edit(message, edit);
  }

  /// Adds to a set of the entity.
  public void add(String set, String element) {
    model.edit(
        texts.of("editor.added", element, entity.key()), new Edit.AddElement(entity, set, element));
  }

  /// Removes from a set of the entity.
  public void remove(String set, String element) {
    model.edit(
        texts.of("editor.removed", element, entity.key()),
        new Edit.RemoveElement(entity, set, element));
  }

  /// A draft of a field, as it is kept.
  private record FieldDraft(DraftKeeper.Kept<SortedSet<Dot>> kept) implements Drafts.Draft {}

  private record Keeper(Drafts drafts, Place place) implements DraftKeeper<SortedSet<Dot>> {
    @Override
    public Optional<Kept<SortedSet<Dot>>> kept() {
      return drafts
          .at(place)
          .flatMap(draft ->
              draft instanceof FieldDraft(var kept) ? Optional.of(kept) : Optional.empty());
    }

    @Override
    public void keep(Kept<SortedSet<Dot>> draft) {
      drafts.keep(place, new FieldDraft(draft));
    }

    @Override
    public void drop() {
      drafts.drop(place);
    }
  }
}
