package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.folders.FlagDrag;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One row on the screen: shows whether its flag is picked, and takes the mouse.
final class FlagTableRow extends TableRow<FlagRow> {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

  private final PickedRows picked;
  private final Live live;

  FlagTableRow(FlagTableViewModel model, RowPicking picking) {
    this.picked = model.pickedRows();
    this.live = model.model().live();
    picked.versionProperty().subscribe(_ -> mark());
    live.versionProperty().subscribe(_ -> mark());
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          FlagRow row = getItem();
          if (row == null) {
            return;
          }
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            model.edit(row.key());
          } else if (event.getButton() == MouseButton.PRIMARY) {
            picking.click(row, event.isShortcutDown(), event.isShiftDown());
          } else if (event.getButton() == MouseButton.SECONDARY && !picked.isPicked(row)) {
            picked.only(row);
          }
        });
    setOnDragDetected(event -> {
      FlagRow row = getItem();
      if (row != null) {
        FlagDrag.start(this, picked.isPicked(row) ? model.picked() : List.of(row.key()), null);
        event.consume();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable FlagRow row, boolean empty) {
    super.updateItem(row, empty);
    mark();
  }

  private void mark() {
    FlagRow row = isEmpty() ? null : getItem();
    pseudoClassStateChanged(PICKED, picked.isPicked(row));
    pseudoClassStateChanged(CURSOR, picked.isCursor(row));
    pseudoClassStateChanged(
        FRESH, row != null && live.arrival(EntityId.flag(row.key())).isPresent());
  }
}
