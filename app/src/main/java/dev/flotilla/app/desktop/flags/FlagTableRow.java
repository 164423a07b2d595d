package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Spoken;
import dev.flotilla.app.desktop.folders.FlagDrag;
import dev.flotilla.app.desktop.fx.Weakly;
import dev.flotilla.app.desktop.live.PresenceWords;
import dev.flotilla.app.desktop.live.UnsavedMark;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
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
  private final FlagTableViewModel model;
  private final FlagWords words;
  private final PresenceWords presences;
  private final Texts texts;

  FlagTableRow(FlagTableViewModel model, RowPicking picking, FlagWords words, Texts texts) {
    this.model = model;
    this.words = words;
    this.texts = texts;
    this.presences = new PresenceWords(texts);
    this.picked = model.pickedRows();
    this.live = model.model().live();
    Weakly.follow(this, picked.versionProperty(), FlagTableRow::mark);
    Weakly.follow(this, live.versionProperty(), FlagTableRow::mark);
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

  /// The whole flag in words, and whether it is picked. Put together when a screen reader asks.
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    FlagRow row = isEmpty() ? null : getItem();
    if (row == null) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return switch (attribute) {
      case TEXT -> spoken(row);
      case SELECTED -> picked.isPicked(row);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private String spoken(FlagRow row) {
    EntityId flag = EntityId.flag(row.key());
    return Spoken.join(
        words.row(model.view(row).get(), model.environmentsProperty().get()),
        UnsavedMark.sentence(model.model().drafts().of(flag), texts),
        live.arrival(flag).map(who -> texts.of("live.arrived", who)).orElse(""),
        presences.sentences(live.people(flag), model.model().workspace()),
        picked.isPicked(row) ? texts.of("flags.said.picked") : "");
  }

  private void mark() {
    FlagRow row = isEmpty() ? null : getItem();
    if (getPseudoClassStates().contains(PICKED) != picked.isPicked(row)) {
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
    pseudoClassStateChanged(PICKED, picked.isPicked(row));
    pseudoClassStateChanged(CURSOR, picked.isCursor(row));
    pseudoClassStateChanged(
        FRESH, row != null && live.arrival(EntityId.flag(row.key())).isPresent());
  }
}
