package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What a flag has to do with others: the folder it is in, and the flags it requires. What can be
/// chosen is looked up when somebody is about to choose.
///
/// Thread: FX.
final class RelationsForm {
  /// A flag that is required, the variant that it must serve, and where it does.
  record Prerequisite(String other, String variant, PrerequisiteState state) {}

  private final WorkspaceModel model;
  private final EntityFields fields;
  private final Texts texts;
  private final ObservableList<Prerequisite> prerequisites = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  RelationsForm(WorkspaceModel model, EntityFields fields, Texts texts) {
    this.model = model;
    this.fields = fields;
    this.texts = texts;
  }

  /// What others do just now.
  Live live() {
    return model.live();
  }

  /// The flag.
  EntityId entity() {
    return fields.entity();
  }

  ObservableList<Prerequisite> prerequisites() {
    return prerequisites;
  }

  /// What was wrong with the last prerequisite that was to be added.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void show(Flag flag) {
    List<Prerequisite> newest = new ArrayList<>();
    flag.prerequisites()
        .forEach((other, variant) ->
            newest.add(
                new Prerequisite(
                    other, variant, PrerequisiteState.of(model.workspace(), other, variant))));
    if (!prerequisites.equals(newest)) {
      prerequisites.setAll(newest);
    }
  }

  /// Where a prerequisite holds, in words.
  String words(PrerequisiteState state) {
    if (state.missing()) {
      return texts.of("flagpage.requires.missing");
    }
    if (state.isMet()) {
      return texts.of("flagpage.requires.met");
    }
    List<String> parts = new ArrayList<>();
    if (!state.unmet().isEmpty()) {
      parts.add(texts.of("flagpage.requires.unmet", String.join(", ", state.unmet())));
    }
    if (!state.perhaps().isEmpty()) {
      parts.add(texts.of("flagpage.requires.perhaps", String.join(", ", state.perhaps())));
    }
    if (!state.met().isEmpty()) {
      parts.add(texts.of("flagpage.requires.metIn", String.join(", ", state.met())));
    }
    return String.join("; ", parts);
  }

  /// The folders there are, by their paths, after the top level.
  List<Optional<String>> folders() {
    List<Optional<String>> folders = new ArrayList<>();
    folders.add(Optional.empty());
    model.workspace().folders().forEach(folder -> folders.add(Optional.of(folder.key())));
    return folders;
  }

  /// The names from the top to the folder.
  String path(Optional<String> folder) {
    return folder
        .map(key -> model.workspace().folder(key).map(Folder::path).orElse(key))
        .orElseGet(() -> texts.of("editor.folder.top"));
  }

  void putInto(Optional<String> folder, Flag flag) {
    if (!folder.equals(flag.folder())) {
      fields.set(FieldNames.FOLDER, folder.<Value>map(Value::of).orElseGet(Value::absent));
    }
  }

  /// All flags but this one.
  List<String> others() {
    return model.workspace().flags().stream()
        .map(Flag::key)
        .filter(key -> !key.equals(fields.entity().key()))
        .toList();
  }

  /// The variants of another flag.
  List<String> variants(@Nullable String other) {
    return other == null
        ? List.of()
        : model
            .workspace()
            .flag(other)
            .map(flag -> List.copyOf(flag.variants().keySet()))
            .orElse(List.of());
  }

  /// Requires another flag. True when it was sent.
  boolean require(@Nullable String other, @Nullable String variant) {
    problem.set("");
    if (other == null || variant == null) {
      problem.set(texts.of("editor.requires.incomplete"));
      return false;
    }
    edit(new Edit.Require(fields.entity().key(), other, variant));
    return true;
  }

  void unrequire(Prerequisite prerequisite) {
    edit(new Edit.Unrequire(fields.entity().key(), prerequisite.other()));
  }

  private void edit(Edit edit) {
    fields.edit(texts.of("editor.requires.changed", fields.entity().key()), edit);
  }
}
