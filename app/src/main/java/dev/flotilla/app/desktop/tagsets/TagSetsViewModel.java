package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.session.OpenForms;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The tag sets of the workspace, one of them open. What is typed above the list narrows it, and
/// becomes a new set if there is none of that name.
///
/// Thread: FX.
final class TagSetsViewModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final Texts texts;
  private final OpenForms<TagSet, TagSetForm> forms;
  private final FilteredList<TagSetForm> tagSets;
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscriptions;

  TagSetsViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.forms = new OpenForms<>(TagSet::key, tagSet -> new TagSetForm(model, tagSet, texts));
    this.tagSets = new FilteredList<>(forms.all());
    this.subscriptions =
        Subscription.combine(
            model.workspaceProperty().subscribe(now -> forms.show(now.tagSets())),
            name.subscribe(this::narrow));
  }

  /// What the sets are of.
  WorkspaceModel workspace() {
    return model;
  }

  /// Those to be seen, by key.
  ObservableList<TagSetForm> tagSets() {
    return tagSets;
  }

  /// What is typed above the list.
  StringProperty nameProperty() {
    return name;
  }

  /// Whether what is typed can become a new set.
  boolean isNew() {
    String key = name.get().strip();
    return !key.isEmpty() && forms.all().stream().noneMatch(form -> form.key().equals(key));
  }

  /// The tag set whose details are shown; null for none.
  ObjectProperty<@Nullable TagSetForm> openProperty() {
    return forms.openProperty();
  }

  /// Why the last tag set could not be created.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  MembersViewModel members(TagSetForm form) {
    return new MembersViewModel(model, form, texts);
  }

  ManyMembersViewModel many(TagSetForm form) {
    return new ManyMembersViewModel(model, form, texts);
  }

  /// Opens the set of the typed name, or makes one.
  void enter() {
    String key = name.get().strip();
    if (isNew()) {
      create(key);
    } else {
      forms.all().stream()
          .filter(form -> form.key().equals(key))
          .findFirst()
          .ifPresent(forms.openProperty()::set);
    }
    name.set("");
  }

  private void create(String key) {
    forms.await(key);
    var _ =
        model
            .submitInline(texts.of("tagsets.created", key), beginning(key, "", Hue.of(key)))
            .thenAccept(refusal -> problem.set(refusal.orElse("")));
  }

  private static List<Edit> beginning(String key, String description, Hue hue) {
    return List.of(
        new Edit.CreateTagSet(key, description),
        new Edit.SetField(EntityId.tagSet(key), FieldNames.COLOUR, new Value.Text(hue.stored())));
  }

  /// Makes a set of another name with the same members, as one step of undo, and opens it.
  void copy(TagSetForm form, String name) {
    String key = name.strip();
    TagSet original = form.tagSetProperty().get();
    forms.await(key);
    List<List<Edit>> parts = new ArrayList<>();
    parts.add(beginning(key, original.description(), form.hue()));
    parts.addAll(MemberEdits.adding(key, original.memberList()));
    var _ = model.editInParts(texts.of("tagsets.copied", form.key(), key), parts);
  }

  void delete(TagSetForm form) {
    model.editAndSay(
        texts.of("tagsets.deleted", form.key()),
        List.of(new Edit.DeleteEntity(EntityId.tagSet(form.key()))));
  }

  private void narrow(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    tagSets.setPredicate(form -> form.key().toLowerCase(Locale.ROOT).contains(wanted));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
