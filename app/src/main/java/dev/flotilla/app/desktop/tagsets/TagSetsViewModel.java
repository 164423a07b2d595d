package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
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
  private final ObservableList<TagSetForm> all = FXCollections.observableArrayList();
  private final FilteredList<TagSetForm> tagSets = new FilteredList<>(all);
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable TagSetForm> open = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscriptions;
  private String awaited = "";

  TagSetsViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.subscriptions =
        Subscription.combine(
            model.workspaceProperty().subscribe(this::show), name.subscribe(this::narrow));
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
    return !key.isEmpty() && all.stream().noneMatch(form -> form.key().equals(key));
  }

  /// The tag set whose details are shown; null for none.
  ObjectProperty<@Nullable TagSetForm> openProperty() {
    return open;
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
      all.stream().filter(form -> form.key().equals(key)).findFirst().ifPresent(open::set);
    }
    name.set("");
  }

  private void create(String key) {
    awaited = key;
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
    awaited = key;
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

  private void show(Workspace workspace) {
    List<TagSet> newest = workspace.tagSets();
    Set<String> keys = newest.stream().map(TagSet::key).collect(Collectors.toSet());
    TagSetForm opened = open.get();
    int place = all.indexOf(opened);
    all.removeIf(form -> !keys.contains(form.key()));
    for (int at = 0; at < newest.size(); at++) {
      TagSet tagSet = newest.get(at);
      if (at < all.size() && all.get(at).key().equals(tagSet.key())) {
        if (!all.get(at).tagSetProperty().get().equals(tagSet)) {
          all.get(at).show(tagSet);
        }
      } else {
        all.add(at, new TagSetForm(model, tagSet, texts));
      }
    }
    choose(opened, place);
  }

  // Where the open one was deleted, its neighbour opens.
  private void choose(@Nullable TagSetForm opened, int place) {
    for (TagSetForm form : all) {
      if (form.key().equals(awaited)) {
        awaited = "";
        open.set(form);
        return;
      }
    }
    if (opened == null || !all.contains(opened)) {
      open.set(all.isEmpty() ? null : all.get(Math.clamp(place, 0, all.size() - 1)));
    }
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
