package dev.flotilla.app.desktop.folders;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The folders of the workspace as the lines of a tree, which of them is chosen, and what can be
/// done with them. Each thing done is one change.
///
/// Thread: FX.
public final class FoldersViewModel {
  private static final Pattern NOT_IN_KEYS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int KEY_LENGTH_MAX = 64;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Set<String> opened = new HashSet<>();
  private final ReadOnlyObjectWrapper<List<FolderRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final StringProperty chosen = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Predicate<Flag>> scope =
      new ReadOnlyObjectWrapper<>(_ -> true);
  private final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper("");
  private @Nullable Workspace seen;
  private List<Folder> known = List.of();
  private Set<String> chosenWithin = Set.of();
  private FolderTree tree = FolderTree.EMPTY;

  public FoldersViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    model.workspaceProperty().subscribe(this::show);
    chosen.subscribe(_ -> narrow());
  }

  ReadOnlyObjectProperty<List<FolderRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// The key of the folder whose flags are shown; empty for all flags.
  public StringProperty chosenProperty() {
    return chosen;
  }

  /// Which flags are in the chosen folder or below it.
  public ReadOnlyObjectProperty<Predicate<Flag>> scopeProperty() {
    return scope.getReadOnlyProperty();
  }

  /// The names from the top to the chosen folder; empty when all flags are shown.
  public ReadOnlyStringProperty pathProperty() {
    return path.getReadOnlyProperty();
  }

  /// The folders that are open, for the next start.
  public Set<String> opened() {
    return Set.copyOf(opened);
  }

  /// Opens these folders, and no other.
  public void open(Set<String> keys) {
    opened.clear();
    opened.addAll(keys);
    rows.set(tree.rows(opened));
  }

  void setOpen(String key, boolean open) {
    if (open ? opened.add(key) : opened.remove(key)) {
      rows.set(tree.rows(opened));
    }
  }

  /// The folder that one is in.
  Optional<String> parent(String key) {
    return tree.folder(key).flatMap(Folder::parent);
  }

  Optional<Folder> folder(String key) {
    return tree.folder(key);
  }

  /// How many flags are in a folder and below it.
  int flags(String key) {
    return rows.get().stream()
        .filter(row -> row.key().equals(key))
        .mapToInt(FolderRow::flags)
        .findFirst()
        .orElse(0);
  }

  /// What is wrong with a name, if something is.
  Optional<String> problem(String name) {
    return name.isBlank() ? Optional.of(texts.of("folder.unnamed")) : Optional.empty();
  }

  /// Makes a folder, opens the one it is in, and gives its key.
  public String create(String name, Optional<String> parent) {
    String key = freeKey(name.strip());
    parent.ifPresent(opened::add);
    model.editAndSay(
        texts.of("folder.created", name.strip()),
        List.of(new Edit.CreateFolder(key, name.strip(), parent)));
    return key;
  }

  void rename(String key, String name) {
    String wanted = name.strip();
    if (tree.folder(key).filter(folder -> !folder.name().equals(wanted)).isPresent()) {
      model.editAndSay(
          texts.of("folder.renamed", wanted),
          List.of(new Edit.SetField(EntityId.folder(key), FieldNames.NAME, Value.of(wanted))));
    }
  }

  /// Deletes a folder. What is in it shows in the folder around it.
  void delete(String key) {
    if (chosen.get().equals(key)) {
      chosen.set(parent(key).orElse(""));
    }
    model.editAndSay(
        texts.of("folder.deleted", name(key)),
        List.of(new Edit.DeleteEntity(EntityId.folder(key))));
  }

  /// Whether a folder can be put into another: not into itself, nor where it is already.
  boolean canMove(String key, Optional<String> parent) {
    return tree.folder(key).isPresent()
        && !parent(key).equals(parent)
        && parent.map(into -> !tree.within(key).contains(into)).orElse(true);
  }

  void move(String key, Optional<String> parent) {
    if (canMove(key, parent)) {
      parent.ifPresent(opened::add);
      model.editAndSay(
          texts.of("folder.moved", name(key), where(parent)),
          List.of(new Edit.MoveFolder(key, parent)));
    }
  }

  /// Puts flags into a folder, or to the top level; those that are there already stay untouched.
  /// More than a change can hold are several changes, which one undo takes back.
  public void put(List<String> flags, Optional<String> folder) {
    Workspace now = model.workspace();
    Batches edits = new Batches(now);
    List<String> moved =
        flags.stream()
            .filter(key -> now.flag(key).filter(flag -> !flag.folder().equals(folder)).isPresent())
            .toList();
    if (moved.isEmpty()) {
      return;
    }
    String message =
        moved.size() == 1
            ? texts.of("folder.put", moved.getFirst(), where(folder))
            : texts.of("folder.put.several", (long) moved.size(), where(folder));
    moved.forEach(key -> edits.add(List.of(Edit.putInto(key, folder))));
    model.editInParts(message, edits.all());
  }

  private String name(String key) {
    return tree.folder(key).map(Folder::name).orElse(key);
  }

  private String where(Optional<String> folder) {
    return folder.map(this::name).orElseGet(() -> texts.of("folder.top"));
  }

  /// A readable key that no folder has: people never see it, but the command line does.
  private String freeKey(String name) {
    String slug =
        NOT_IN_KEYS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    String stem =
        slug.isEmpty() ? "folder" : slug.substring(0, Math.min(slug.length(), KEY_LENGTH_MAX));
    String key = stem;
    for (int at = 2; model.workspace().exists(EntityId.folder(key)); at++) {
      key = stem + "-" + at;
    }
    return key;
  }

  private void show(Workspace workspace) {
    Workspace before = seen;
    seen = workspace;
    if (before != null && !isMoved(before, workspace)) {
      return;
    }
    List<Folder> newest = workspace.folders();
    if (newest.equals(known)) {
      return;
    }
    known = newest;
    tree = new FolderTree(newest);
    opened.removeIf(key -> tree.folder(key).isEmpty() && !workspace.exists(EntityId.folder(key)));
    rows.set(tree.rows(opened));
    if (!chosen.get().isEmpty() && tree.folder(chosen.get()).isEmpty()) {
      chosen.set("");
      return;
    }
    path.set(chosenPath());
    if (!chosen.get().isEmpty() && !tree.within(chosen.get()).equals(chosenWithin)) {
      narrow();
    }
  }

  /// Whether a folder, or what is in it, may be another one. The folders of a snapshot know how
  /// many flags they hold, which costs a pass over all flags: not for every edit of somebody.
  private static boolean isMoved(Workspace before, Workspace now) {
    for (EntityId id : now.changedSince(before)) {
      if (id.kind().equals(EntityId.FOLDER)
          || (id.kind().equals(EntityId.FLAG)
              && !folderOf(before, id.key()).equals(folderOf(now, id.key())))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> folderOf(Workspace workspace, String flag) {
    return workspace.flag(flag).flatMap(Flag::folder);
  }

  private String chosenPath() {
    return tree.folder(chosen.get()).map(Folder::path).orElse("");
  }

  private void narrow() {
    path.set(chosenPath());
    String key = chosen.get();
    Set<String> within = key.isEmpty() ? Set.of() : tree.within(key);
    chosenWithin = within;
    scope.set(
        key.isEmpty() ? _ -> true : flag -> flag.folder().filter(within::contains).isPresent());
  }
}
