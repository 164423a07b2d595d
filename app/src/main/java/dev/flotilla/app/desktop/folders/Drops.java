package dev.flotilla.app.desktop.folders;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Makes a node take flags and folders that are dropped on it.
final class Drops {
  private Drops() {}

  /// Puts what is dropped on `node` into a folder, or to the top level.
  ///
  /// @param mark shows whether letting go now would do something
  static void into(
      Node node, FoldersViewModel folders, Optional<String> folder, Consumer<Boolean> mark) {
    node.setOnDragOver(event -> {
      if (isTaken(node, event, folders, folder)) {
        event.acceptTransferModes(TransferMode.MOVE);
        event.consume();
      }
    });
    node.setOnDragEntered(event -> mark.accept(isTaken(node, event, folders, folder)));
    node.setOnDragExited(_ -> mark.accept(false));
    node.setOnDragDropped(event -> {
      if (isTaken(node, event, folders, folder)) {
        List<String> flags = FlagDrag.flags(event);
        if (!flags.isEmpty()) {
          folders.put(flags, folder);
        }
        FlagDrag.folder(event).ifPresent(dragged -> folders.move(dragged, folder));
        event.setDropCompleted(true);
        event.consume();
      }
    });
  }

  private static boolean isTaken(
      Node node, DragEvent event, FoldersViewModel folders, Optional<String> folder) {
    if (!FlagDrag.isWithin(event, node)) {
      return false;
    }
    return !FlagDrag.flags(event).isEmpty()
        || FlagDrag.folder(event).filter(dragged -> folders.canMove(dragged, folder)).isPresent();
  }
}
