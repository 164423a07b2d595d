package dev.flotilla.app.desktop.folders;

import dev.flotilla.app.desktop.control.Confirm;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The folder tree of the sidebar. The line of a folder stays the same node while others edit.
public final class FoldersView extends VBox {
  private final FoldersViewModel folders;
  private final Texts texts;
  private final Frame frame;
  private final Runnable onChoose;
  private final FolderDialog dialog;
  private final Map<String, FolderLine> lines = new HashMap<>();

  /// `onChoose` shows the flags.
  public FoldersView(FoldersViewModel folders, Texts texts, Frame frame, Runnable onChoose) {
    this.folders = folders;
    this.texts = texts;
    this.frame = frame;
    this.onChoose = onChoose;
    this.dialog = new FolderDialog(folders, texts, frame);
    setId("folders");
    folders.rowsProperty().subscribe(this::show);
    folders.chosenProperty().subscribe(_ -> mark());
  }

  /// Asks for the name of a new folder at the top, or in the chosen one.
  public void create() {
    dialog.create(Optional.of(folders.chosenProperty().get()).filter(key -> !key.isEmpty()));
  }

  /// Makes `node` take flags and folders for the top level.
  public void dropsAtTop(Node node, Consumer<Boolean> mark) {
    Drops.into(node, folders, Optional.empty(), mark);
  }

  FolderDialog dialog() {
    return dialog;
  }

  void choose(String key) {
    folders.chosenProperty().set(key);
    mark();
    onChoose.run();
  }

  boolean isOpen(String key) {
    return folders.rowsProperty().get().stream()
        .anyMatch(row -> row.key().equals(key) && row.open());
  }

  void focus(String key) {
    FolderLine line = lines.get(key);
    if (line != null) {
      line.requestFocus();
    }
  }

  /// An empty folder goes at once, since that can be taken back; one with flags in it is asked for.
  void delete(String key) {
    int flags = folders.flags(key);
    if (flags == 0) {
      folders.delete(key);
      return;
    }
    String name = folders.folder(key).map(folder -> folder.name()).orElse(key);
    Confirm.Asked asked =
        Confirm.ask(
            "folder-delete",
            texts.of("folder.delete.title", name),
            texts.of("folder.delete.text", (long) flags),
            texts.of("folder.delete"),
            texts,
            frame::closeDialog,
            () -> folders.delete(key));
    frame.show(asked.dialog(), asked.first());
  }

  private void show(List<FolderRow> rows) {
    lines.keySet().retainAll(rows.stream().map(FolderRow::key).toList());
    List<FolderLine> wanted = rows.stream().map(this::line).toList();
    if (!getChildren().equals(wanted)) {
      Optional<FolderLine> focused = wanted.stream().filter(Node::isFocused).findFirst();
      getChildren().setAll(wanted);
      focused.ifPresent(Node::requestFocus);
    }
    mark();
  }

  private FolderLine line(FolderRow row) {
    FolderLine line =
        lines.computeIfAbsent(row.key(), key -> new FolderLine(key, folders, this, texts));
    line.show(row);
    return line;
  }

  private void mark() {
    String chosen = folders.chosenProperty().get();
    lines.forEach((key, line) -> line.setSelected(key.equals(chosen)));
  }
}
