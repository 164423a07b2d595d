package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The button that chooses columns, and the menu of a column's head: moving and hiding it. Columns
/// can be dragged as well; this is the way without a mouse.
final class ColumnsMenu extends MenuButton {
  private final Columns columns;
  private final Texts texts;

  ColumnsMenu(Columns columns, Texts texts) {
    this.columns = columns;
    this.texts = texts;
    setId("columns");
    setGraphic(Icons.of(Feather.COLUMNS));
    setAccessibleText(texts.of("flags.columns"));
    setTooltip(new Tooltip(texts.of("flags.columns")));
    getStyleClass().setAll("menu-button", "icon-button", "columns-button");
    setOnShowing(_ -> getItems().setAll(choices()));
    // Without an item the menu would not open and could not fill itself.
    getItems().add(new MenuItem(""));
  }

  private List<MenuItem> choices() {
    List<MenuItem> items = new ArrayList<>();
    for (Column column : columns.allProperty().get()) {
      if (!column.equals(Column.KEY)) {
        items.add(choice(column));
      }
    }
    items.add(new SeparatorMenuItem());
    MenuItem reset = new MenuItem(texts.of("flags.columns.reset"));
    reset.setId("columns-reset");
    reset.setOnAction(_ -> columns.reset());
    items.add(reset);
    return items;
  }

  /// Stays open, so that several columns are chosen at once.
  private MenuItem choice(Column column) {
    CheckBox box = new CheckBox(column.title(texts));
    box.setId("choose-" + column.name().replace('/', '-'));
    box.setMouseTransparent(true);
    box.setSelected(columns.isShown(column));
    CustomMenuItem item = new CustomMenuItem(box, false);
    item.setOnAction(_ -> {
      boolean shown = !columns.isShown(column);
      box.setSelected(shown);
      columns.show(column, shown);
    });
    return item;
  }

  /// The menu of a column's head.
  ContextMenu ofHead(Column column) {
    ContextMenu menu = new ContextMenu();
    menu.getItems()
        .addAll(
            item("flags.columns.left", Feather.ARROW_LEFT, () -> columns.move(column, -1)),
            item("flags.columns.right", Feather.ARROW_RIGHT, () -> columns.move(column, 1)));
    if (!column.equals(Column.KEY)) {
      menu.getItems()
          .add(item("flags.columns.hide", Feather.EYE_OFF, () -> columns.show(column, false)));
    }
    return menu;
  }

  private MenuItem item(String text, Feather icon, Runnable run) {
    MenuItem item = new MenuItem(texts.of(text), Icons.of(icon));
    item.setOnAction(_ -> run.run());
    return item;
  }
}
