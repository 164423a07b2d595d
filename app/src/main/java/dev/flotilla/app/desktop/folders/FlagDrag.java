package dev.flotilla.app.desktop.folders;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// What is dragged inside a window: flags from the table, or a folder of the tree.
public final class FlagDrag {
  private static final DataFormat FLAGS = new DataFormat("application/x-flotilla-flags");
  private static final DataFormat FOLDER = new DataFormat("application/x-flotilla-folder");

  private FlagDrag() {}

  /// Starts dragging flags, for instance the selected rows; `picture` follows the pointer.
  public static void start(Node source, List<String> flags, @Nullable Image picture) {
    if (!flags.isEmpty()) {
      start(source, FLAGS, String.join("\n", flags), picture);
    }
  }

  static void startFolder(Node source, String folder, @Nullable Image picture) {
    start(source, FOLDER, folder, picture);
  }

  private static void start(
      Node source, DataFormat format, String content, @Nullable Image picture) {
    Dragboard board = source.startDragAndDrop(TransferMode.MOVE);
    ClipboardContent held = new ClipboardContent();
    held.put(format, content);
    board.setContent(held);
    if (picture != null) {
      board.setDragView(picture);
    }
  }

  /// Whether what is dragged comes from the same window: another one shows another workspace, where
  /// the same keys are other flags.
  static boolean isWithin(DragEvent event, Node target) {
    return event.getGestureSource() instanceof Node source
        && source.getScene() != null
        && source.getScene().equals(target.getScene());
  }

  /// The flags that are being dragged; none if something else is.
  static List<String> flags(DragEvent event) {
    return event.getDragboard().getContent(FLAGS) instanceof String held
        ? held.lines().collect(Collectors.toUnmodifiableList())
        : List.of();
  }

  static Optional<String> folder(DragEvent event) {
    return event.getDragboard().getContent(FOLDER) instanceof String held
        ? Optional.of(held)
        : Optional.empty();
  }
}
