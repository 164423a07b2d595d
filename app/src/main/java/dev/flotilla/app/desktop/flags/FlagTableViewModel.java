package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.session.TagColours;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The flags of the workspace as rows sorted by key, narrowed by search words and tags.
///
/// Thread: FX. Cost of a new snapshot: linear in the number of flags.
public final class FlagTableViewModel {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final ObservableList<FlagRow> rows = FXCollections.observableArrayList();
  private final FilteredList<FlagRow> shown = new FilteredList<>(rows);
  private final ObjectProperty<Predicate<? super FlagRow>> filter =
      new SimpleObjectProperty<>(_ -> true);
  private final ReadOnlyObjectWrapper<List<String>> environments =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<TagColours> tags;
  private final StringProperty selected = new SimpleStringProperty("");
  private Consumer<String> opener = selected::set;
  private Runnable showAll = () -> {};

  public FlagTableViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.tags = new ReadOnlyObjectWrapper<>(new TagColours(model.workspace()));
    filter.subscribe(shown::setPredicate);
    model.workspaceProperty().subscribe(this::show);
  }

  /// What a flag must be to be shown.
  public ObjectProperty<Predicate<? super FlagRow>> filterProperty() {
    return filter;
  }

  /// What takes the filter away, where it was typed.
  public void onShowAll(Runnable newShowAll) {
    showAll = newShowAll;
  }

  /// The key of the flag that the editor shows; empty for none.
  public StringProperty selectedProperty() {
    return selected;
  }

  public ReadOnlyObjectProperty<TagColours> tagsProperty() {
    return tags.getReadOnlyProperty();
  }

  /// Who shows a flag that somebody asks for, also one that is selected already.
  public void onOpen(Consumer<String> newOpener) {
    opener = newOpener;
  }

  void open(String key) {
    opener.accept(key);
  }

  ReadOnlyObjectProperty<List<String>> environmentsProperty() {
    return environments.getReadOnlyProperty();
  }

  ObservableList<FlagRow> shown() {
    return shown;
  }

  ObservableList<FlagRow> rows() {
    return rows;
  }

  Moments moments() {
    return moments;
  }

  /// Turns a flag on or off in one environment.
  void switchFlag(String key, String environment, boolean on) {
    String message = texts.of(on ? "flags.turnedOn" : "flags.turnedOff", key, environment);
    model.edit(
        message,
        new Edit.SetField(
            EntityId.flag(key),
            FieldNames.state(environment),
            new Value.Bool(on),
            Optional.empty()));
  }

  /// Deletes the selected flag; the window offers to undo it.
  public void deleteSelected() {
    String key = selected.get();
    if (!key.isEmpty()) {
      selected.set("");
      model.editAndSay(
          texts.of("flags.deleted", key), List.of(new Edit.DeleteEntity(EntityId.flag(key))));
    }
  }

  /// Takes every filter away.
  public void showAll() {
    showAll.run();
  }

  private void show(Workspace workspace) {
    TagColours colours = new TagColours(workspace);
    tags.set(colours);
    List<String> names = workspace.environments().stream().map(Environment::name).toList();
    if (!names.equals(environments.get())) {
      environments.set(names);
    }
    if (merge(workspace, workspace.flags(), colours)) {
      shown.setPredicate(filter.get());
    }
    if (!selected.get().isEmpty() && workspace.flag(selected.get()).isEmpty()) {
      selected.set("");
    }
  }

  /// Brings the rows up to date one by one; a row whose flag is still there is never replaced.
  private boolean merge(Workspace workspace, List<Flag> flags, TagColours colours) {
    Map<String, FlagRow> present = new HashMap<>();
    rows.forEach(row -> present.put(row.key(), row));
    Set<String> keys = new HashSet<>();
    boolean changed = false;
    for (int at = 0; at < flags.size(); at++) {
      Flag flag = flags.get(at);
      keys.add(flag.key());
      FlagView view = view(workspace, flag, colours);
      FlagRow row = present.get(flag.key());
      if (row != null) {
        changed |= row.show(view);
      }
    }
    rows.removeIf(row -> !keys.contains(row.key()));
    if (rows.isEmpty()) {
      rows.setAll(flags.stream().map(flag -> new FlagRow(view(workspace, flag, colours))).toList());
      return true;
    }
    for (int at = 0; at < flags.size(); at++) {
      Flag flag = flags.get(at);
      if (at >= rows.size() || !rows.get(at).key().equals(flag.key())) {
        rows.add(at, new FlagRow(view(workspace, flag, colours)));
        changed = true;
      }
    }
    return changed;
  }

  private FlagView view(Workspace workspace, Flag flag, TagColours colours) {
    return new FlagView(
        flag,
        flag.tags().stream().map(tag -> new FlagView.Tag(tag, colours.of(tag))).toList(),
        model.people().name(workspace, flag.lastChange().replica()),
        model.people().deviceName(workspace, flag.lastChange().replica()),
        Instant.ofEpochMilli(flag.lastChange().at().wallMillis()));
  }
}
