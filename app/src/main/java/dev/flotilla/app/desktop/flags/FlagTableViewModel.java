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
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The flags of the workspace as rows: sorted by a column, narrowed by a filter. Archived flags are
/// hidden unless asked for.
///
/// Thread: FX. A new snapshot costs what it changed, a keystroke one pass over the rows.
public final class FlagTableViewModel {
  /// With fewer rows, the first keystroke can as well prepare the texts that it looks into.
  private static final int MANY = 5_000;

  /// So long making the window needs the processors for itself.
  private static final Duration SHOWN = Duration.ofSeconds(1);

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final FlagRows rows;
  private final PickedRows picked = new PickedRows();
  private final ObjectProperty<Predicate<? super FlagRow>> filter =
      new SimpleObjectProperty<>(_ -> true);
  private final BooleanProperty archived = new SimpleBooleanProperty();
  private final ObjectProperty<RowOrder> order = new SimpleObjectProperty<>(RowOrder.BY_KEY);
  private final ReadOnlyObjectWrapper<List<Environment>> environments =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<TagColours> tags;
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper shownCount = new ReadOnlyIntegerWrapper();
  private final StringProperty selected = new SimpleStringProperty("");
  private Consumer<String> opener = selected::set;
  private Runnable showAll = () -> {};
  private Consumer<String> editor = key -> opener.accept(key);
  private final Map<String, String> folderPaths = new HashMap<>();
  private Workspace seen;
  private boolean merging;

  public FlagTableViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.seen = model.workspace();
    this.tags = new ReadOnlyObjectWrapper<>(new TagColours(seen));
    this.rows = new FlagRows(moments, this::look);
    environments.set(seen.environments());
    rows.fill(seen);
    narrow();
    filter.subscribe(_ -> narrow());
    archived.subscribe(_ -> narrow());
    order.subscribe(rows::sort);
    selected.subscribe(this::pickSelected);
    model.workspaceProperty().subscribe(this::show);
    if (rows.natural().size() > MANY) {
      model
          .ui()
          .after(SHOWN, () -> model.ui().background().execute(prepared(rows.natural().all())));
    }
  }

  /// What the first keystroke would else wait for.
  private static Runnable prepared(FlagRow[] all) {
    return () -> {
      for (FlagRow row : all) {
        var _ = row.haystack();
        var _ = row.isStale();
      }
    };
  }

  /// What rows must be, because of the filter.
  public ObjectProperty<Predicate<? super FlagRow>> filterProperty() {
    return filter;
  }

  /// Whether archived flags are listed like others.
  public BooleanProperty archivedProperty() {
    return archived;
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

  /// How many flags there are, archived ones included.
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /// How many flags are listed.
  public ReadOnlyIntegerProperty shownCountProperty() {
    return shownCount.getReadOnlyProperty();
  }

  /// Who shows a flag at the side that somebody asks for, also one that is selected already.
  public void onOpen(Consumer<String> newOpener) {
    opener = newOpener;
  }

  /// Who shows a flag over the whole middle.
  public void onEdit(Consumer<String> newEditor) {
    editor = newEditor;
  }

  /// The keys of the picked flags, in the order of the table.
  public List<String> picked() {
    return picked.in(rows.shown()).stream().map(FlagRow::key).toList();
  }

  void open(String key) {
    opener.accept(key);
  }

  void edit(String key) {
    editor.accept(key);
  }

  ReadOnlyObjectProperty<List<Environment>> environmentsProperty() {
    return environments.getReadOnlyProperty();
  }

  /// By what the rows are sorted.
  ObjectProperty<RowOrder> orderProperty() {
    return order;
  }

  SortedRows shown() {
    return rows.shown();
  }

  PickedRows pickedRows() {
    return picked;
  }

  /// What a row shows, kept up to date.
  ReadOnlyObjectProperty<FlagView> view(FlagRow row) {
    return row.viewProperty(this::look);
  }

  Moments moments() {
    return moments;
  }

  WorkspaceModel model() {
    return model;
  }

  /// Whether what happens to the rows now is somebody's edit, and nothing that was asked for here.
  boolean isMerging() {
    return merging;
  }

  /// Whether a flag is not listed although it could be.
  boolean isNarrowed() {
    return shownCount.get() < total.get();
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

  /// Deletes the flag that the editor shows; the window offers to undo it.
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
    if (shownCount.get() == 0) {
      archived.set(true);
    }
  }

  private void show(Workspace workspace) {
    SortedSet<EntityId> changed = workspace.changedSince(seen);
    seen = workspace;
    if (!workspace.environments().equals(environments.get())) {
      environments.set(workspace.environments());
    }
    if (has(changed, EntityId.FOLDER)) {
      folderPaths.clear();
    }
    boolean recoloured = has(changed, EntityId.TAG_SET);
    tags.set(new TagColours(workspace));
    merging = true;
    try {
      rows.update(workspace, changed);
    } finally {
      merging = false;
    }
    if (recoloured || has(changed, EntityId.FOLDER)) {
      rows.lookAgain();
    }
    count();
    if (!selected.get().isEmpty() && rows.row(selected.get()).isEmpty()) {
      selected.set("");
    }
  }

  private static boolean has(Set<EntityId> changed, String kind) {
    return changed.stream().anyMatch(id -> id.kind().equals(kind));
  }

  private FlagView look(FlagRow row) {
    Flag flag = row.flag();
    return new FlagView(
        flag,
        flag.tags().stream().map(tag -> new FlagView.Tag(tag, tags.get().of(tag))).toList(),
        flag.folder().map(this::folderPath).orElse(""),
        model.people().name(seen, flag.lastChange().replica()),
        model.people().deviceName(seen, flag.lastChange().replica()),
        row.changed(),
        row.stale());
  }

  /// The folders of a snapshot cost a pass over all flags: asked only when a folder has changed.
  private String folderPath(String key) {
    return folderPaths.computeIfAbsent(
        key, folder -> seen.folder(folder).map(Folder::path).orElse(""));
  }

  private void narrow() {
    boolean all = archived.get();
    Predicate<? super FlagRow> wanted = filter.get();
    rows.filter(row -> (all || !row.flag().archived()) && wanted.test(row));
    count();
  }

  private void count() {
    picked.keep(row -> rows.shown().at(row) >= 0);
    total.set(rows.natural().size());
    shownCount.set(rows.shown().size());
  }

  private void pickSelected(String key) {
    rows.row(key)
        .filter(rows.shown()::contains)
        .ifPresent(row -> {
          if (!picked.isCursor(row) || picked.countProperty().get() != 1) {
            picked.only(row);
          }
        });
  }
}
