package dev.flotilla.app.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.transfer.ExportDialog;
import dev.flotilla.app.desktop.transfer.ImportDialog;
import dev.flotilla.app.desktop.transfer.ImportViewModel;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Opens the dialogs for import and export.
public final class TransferDialogs {
  private static final Executor BACKGROUND = Thread::startVirtualThread;

  private final WorkspaceModel model;
  private final Texts texts;
  private final ModalPane modal;

  TransferDialogs(WorkspaceModel model, Texts texts, ModalPane modal) {
    this.model = model;
    this.texts = texts;
    this.modal = modal;
    modal
        .parentProperty()
        .subscribe(window -> {
          if (window != null) {
            acceptDrops(window);
          }
        });
  }

  /// Asks for a file and shows what importing it would do.
  void chooseImport(@Nullable Window owner) {
    File file = chooser().showOpenDialog(owner);
    if (file != null) {
      showImport(file.toPath(), BACKGROUND);
    }
  }

  /// Shows what importing `file` would do; the file is read on `background`.
  public void showImport(Path file, Executor background) {
    ImportViewModel importing = new ImportViewModel(model, texts, background);
    importing.open(file);
    new ImportDialog(importing, texts).build(this::close).showIn(modal);
  }

  /// Lets a file that is dropped anywhere in the window be imported.
  private void acceptDrops(Node window) {
    window.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    window.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().hasFiles()) {
            showImport(event.getDragboard().getFiles().getFirst().toPath(), BACKGROUND);
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  /// Shows what can be exported.
  public void showExport() {
    showExport(Set.of());
  }

  /// The same for these flags only; for all if there are none.
  void showExport(Set<String> flags) {
    new ExportDialog(model, texts, flags, this::chooseTarget).build(this::close).showIn(modal);
  }

  private Optional<Path> chooseTarget(String name) {
    FileChooser chooser = chooser();
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(modal.getScene().getWindow()))
        .map(File::toPath);
  }

  private FileChooser chooser() {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.of("transfer.json"), "*.json", "*.csv"),
            new FileChooser.ExtensionFilter(texts.of("transfer.all"), "*.*"));
    return chooser;
  }

  private void close() {
    modal.hide(true);
  }
}
