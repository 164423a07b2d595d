package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.session.TagColours;
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
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The tag sets of the workspace, one of them open.
///
/// Thread: FX.
public final class TagSetsViewModel {
  private final WorkspaceModel model;
  private final Texts texts;
  private final ObservableList<TagSetForm> tagSets = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable TagSetForm> open = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<TagColours> colours;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private String awaited = "";

  public TagSetsViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.colours = new ReadOnlyObjectWrapper<>(new TagColours(model.workspace()));
    model.workspaceProperty().subscribe(this::show);
  }

  ObservableList<TagSetForm> tagSets() {
    return tagSets;
  }

  /// The tag set whose details are shown; null for none.
  ObjectProperty<@Nullable TagSetForm> openProperty() {
    return open;
  }

  ReadOnlyObjectProperty<TagColours> coloursProperty() {
    return colours.getReadOnlyProperty();
  }

  /// Why the last tag set could not be created.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Creates a tag set and opens it once it is there.
  void create(String name) {
    String key = name.strip();
    if (key.isEmpty()) {
      return;
    }
    awaited = key;
    Hue hue = Hue.of(key);
    var _ =
        model
            .submitInline(
                texts.of("tagsets.created", key),
                List.of(
                    new Edit.CreateTagSet(key, ""),
                    new Edit.SetField(
                        EntityId.tagSet(key),
                        FieldNames.COLOUR,
                        new Value.Text(hue.stored()),
                        Optional.empty())))
            .thenAccept(refusal -> problem.set(refusal.orElse("")));
  }

  void delete(TagSetForm form) {
    open.set(null);
    model.editAndSay(
        texts.of("tagsets.deleted", form.key()),
        List.of(new Edit.DeleteEntity(EntityId.tagSet(form.key()))));
  }

  /// How many flags carry a tag of this set.
  long uses(TagSet tagSet) {
    return model.workspace().flags().stream()
        .filter(flag -> flag.tags().stream().anyMatch(tag -> tagSet.members().contains(tag)))
        .count();
  }

  private void show(Workspace workspace) {
    colours.set(new TagColours(workspace));
    List<TagSet> newest = workspace.tagSets();
    List<String> keys = newest.stream().map(TagSet::key).toList();
    TagSetForm opened = open.get();
    tagSets.removeIf(form -> !keys.contains(form.key()));
    for (int at = 0; at < newest.size(); at++) {
      TagSet tagSet = newest.get(at);
      if (at < tagSets.size() && tagSets.get(at).key().equals(tagSet.key())) {
        tagSets.get(at).show(tagSet);
      } else {
        tagSets.add(at, new TagSetForm(model, tagSet, texts));
      }
    }
    choose(opened);
  }

  private void choose(@Nullable TagSetForm opened) {
    List<TagSetForm> forms = new ArrayList<>(tagSets);
    for (TagSetForm form : forms) {
      if (form.key().equals(awaited)) {
        awaited = "";
        open.set(form);
        return;
      }
    }
    if (opened == null || !forms.contains(opened)) {
      open.set(forms.isEmpty() ? null : forms.getFirst());
    }
  }
}
