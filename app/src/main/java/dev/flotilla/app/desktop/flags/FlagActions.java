package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What can be done to all picked flags at once: one change if it holds them all, several one after
/// the other if not, and one step to undo either way. Flags that are so already are left alone.
///
/// Thread: FX; many edits are packed in the background.
public final class FlagActions {
  private final FlagTableViewModel table;
  private final WorkspaceModel model;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable Parts> running = new ReadOnlyObjectWrapper<>();

  public FlagActions(FlagTableViewModel table, Texts texts) {
    this.table = table;
    this.model = table.model();
    this.texts = texts;
  }

  /// How many flags are picked.
  ReadOnlyIntegerProperty countProperty() {
    return table.pickedRows().countProperty();
  }

  /// Edits that are on their way in several changes; null while there are none.
  ReadOnlyObjectProperty<@Nullable Parts> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The picked flags, in the order of the table.
  List<Flag> flags() {
    return table.pickedRows().in(table.shown()).stream().map(FlagRow::flag).toList();
  }

  boolean any(Predicate<Flag> what) {
    return table.pickedRows().any(row -> what.test(row.flag()));
  }

  List<Environment> environments() {
    return table.environmentsProperty().get();
  }

  List<Folder> folders() {
    return model.workspace().folders();
  }

  /// All tags of the picked flags.
  SortedSet<String> tags() {
    SortedSet<String> tags = new TreeSet<>();
    flags().forEach(flag -> tags.addAll(flag.tags()));
    return tags;
  }

  /// Every tag that is offered to somebody who types.
  Collection<String> knownTags() {
    return table.tagsProperty().get().known();
  }

  FlagTableViewModel table() {
    return table;
  }

  /// Picks no flag any more.
  void release() {
    table.pickedRows().clear();
  }

  void turn(String environment, boolean on) {
    run(
        on ? "flags.bulk.turnedOn" : "flags.bulk.turnedOff",
        BulkEdits.state(flags(), environment, on),
        environment);
  }

  void tag(Set<String> added, Set<String> removed) {
    run(
        "flags.bulk.tagged",
        BulkEdits.tags(flags(), added, removed),
        String.join(", ", added.isEmpty() ? removed : added));
  }

  void own(String owner) {
    run("flags.bulk.owned", BulkEdits.owner(flags(), owner.strip()), owner.strip());
  }

  void put(Optional<Folder> folder) {
    run(
        "flags.bulk.put",
        BulkEdits.folder(flags(), folder.map(Folder::key)),
        folder.map(Folder::path).orElseGet(() -> texts.of("folder.top")));
  }

  /// Puts the picked flags into the archive, or takes them out.
  public void archive(boolean archived) {
    run(
        archived ? "flags.bulk.archived" : "flags.bulk.restored",
        BulkEdits.archive(flags(), archived),
        "");
  }

  /// Deletes the picked flags.
  public void delete() {
    List<List<Edit>> edits = BulkEdits.delete(flags());
    table.selectedProperty().set("");
    run("flags.bulk.deleted", edits, "");
  }

  /// Why a copy cannot have this key; empty if it can.
  String problemOf(String key) {
    return model.workspace().flag(key).isPresent() ? texts.of("newFlag.exists", key) : "";
  }

  /// Copies a flag with everything it has.
  void copy(Flag flag, String key) {
    Workspace now = model.workspace();
    run(
        texts.of("flags.copied", flag.key(), key),
        List.of(BulkEdits.copy(now, flag, key)),
        () -> table.open(key));
  }

  private void run(String message, List<List<Edit>> edits, String detail) {
    run(texts.of(message, edits.size(), detail), edits, () -> {});
  }

  private void run(String message, List<List<Edit>> edits, Runnable done) {
    if (edits.isEmpty()) {
      model.say(texts.of("flags.bulk.nothing"));
      return;
    }
    Workspace now = model.workspace();
    model
        .ui()
        .background()
        .execute(() -> {
          Batches batches = new Batches(now);
          edits.forEach(batches::add);
          model.ui().execute(() -> send(message, batches.all(), done));
        });
  }

  private void send(String message, List<List<Edit>> parts, Runnable done) {
    Parts sent = model.editInParts(message, parts);
    if (parts.size() > 1) {
      running.set(sent);
    }
    var _ =
        sent.end()
            .thenAccept(refusal -> {
              running.set(null);
              if (refusal.isEmpty()) {
                done.run();
              }
            });
  }
}
