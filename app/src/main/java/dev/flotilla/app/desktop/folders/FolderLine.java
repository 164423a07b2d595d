package dev.flotilla.app.desktop.folders;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// One folder of the tree. Left and right close and open it, F2 renames it, Delete deletes it.
final class FolderLine extends ToggleButton {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
  private static final double INDENT = 14;

  private final FoldersViewModel folders;
  private final FoldersView view;
  private final Texts texts;
  private final Region indent = new Region();
  private final StackPane chevron = new StackPane();
  private final Label name = Labels.of("", "folder-name");
  private final Label count = Labels.of("", "nav-count");
  private final String key;

  FolderLine(String key, FoldersViewModel folders, FoldersView view, Texts texts) {
    this.key = key;
    this.folders = folders;
    this.view = view;
    this.texts = texts;
    setId("folder-" + key);
    getStyleClass().setAll("nav-item", "folder-line");
    setMaxWidth(Double.MAX_VALUE);
    chevron.getStyleClass().add("folder-chevron");
    chevron.setOnMousePressed(event -> {
      if (event.getButton() == MouseButton.PRIMARY) {
        toggle();
        event.consume();
      }
    });
    name.setMinWidth(0);
    HBox row =
        new HBox(
            Space.TIGHT, indent, chevron, Icons.of(Feather.FOLDER), name, Regions.spring(), count);
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(widthProperty().subtract(Space.LARGE));
    count.setMinWidth(USE_PREF_SIZE);
    setGraphic(row);
    setOnAction(_ -> view.choose(key));
    setContextMenu(menu());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    setOnDragDetected(event -> {
      FlagDrag.startFolder(this, key, snapshot(null, null));
      event.consume();
    });
    Drops.into(this, folders, Optional.of(key), over -> pseudoClassStateChanged(DROP, over));
  }

  void show(FolderRow row) {
    indent.setMinWidth(row.depth() * INDENT);
    name.setText(row.name());
    count.setText(row.flags() == 0 ? "" : texts.of("nav.count", (long) row.flags()));
    chevron
        .getChildren()
        .setAll(
            row.hasFolders()
                ? Icons.of(row.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)
                : new Region());
    setAccessibleText(texts.of("folder.line", row.name(), (long) row.flags()));
    setTooltip(new Tooltip(row.path()));
    pseudoClassStateChanged(PseudoClass.getPseudoClass("conflicted"), row.conflicted());
  }

  private void toggle() {
    folders.setOpen(key, !view.isOpen(key));
  }

  private ContextMenu menu() {
    return new ContextMenu(
        item(
            "folder.new.inside", Feather.FOLDER_PLUS, () -> view.dialog().create(Optional.of(key))),
        item("folder.rename", Feather.EDIT_2, () -> view.dialog().rename(key)),
        item("folder.toTop", Feather.CORNER_LEFT_UP, () -> folders.move(key, Optional.empty())),
        new SeparatorMenuItem(),
        item("folder.delete", Feather.TRASH_2, () -> view.delete(key)));
  }

  private MenuItem item(String text, Feather icon, Runnable run) {
    MenuItem item = new MenuItem(texts.of(text), Icons.of(icon));
    item.setOnAction(_ -> run.run());
    return item;
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.RIGHT) {
      folders.setOpen(key, true);
    } else if (code == KeyCode.LEFT && view.isOpen(key)) {
      folders.setOpen(key, false);
    } else if (code == KeyCode.LEFT) {
      folders.parent(key).ifPresent(view::focus);
    } else if (code == KeyCode.F2) {
      view.dialog().rename(key);
    } else if (code == KeyCode.DELETE) {
      view.delete(key);
    } else {
      return;
    }
    event.consume();
  }

  /// A folder stays chosen when it is clicked again.
  @Override
  public void fire() {
    if (!isDisabled()) {
      fireEvent(new javafx.event.ActionEvent());
    }
  }
}
