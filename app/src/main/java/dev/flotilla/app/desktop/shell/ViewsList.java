package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.filter.SavedViews;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The saved views of the sidebar; takes no room while there are none.
final class ViewsList extends VBox {
  private final SavedViews views;
  private final ObservableList<SavedViews.View> items;
  private final StringProperty query;
  private final Consumer<SavedViews.View> onOpen;
  private final Texts texts;
  private final VBox lines = new VBox();

  /// @param query what the table is filtered by now
  ViewsList(SavedViews views, StringProperty query, Texts texts, Consumer<SavedViews.View> onOpen) {
    this.views = views;
    this.items = views.views();
    this.query = query;
    this.texts = texts;
    this.onOpen = onOpen;
    setId("views");
    HBox head = new HBox(Labels.of(texts.of("nav.views"), "overline"));
    head.getStyleClass().addAll("nav-head", "nav-head-plain");
    getChildren().addAll(head, lines);
    items.addListener((ListChangeListener<SavedViews.View>) _ -> show());
    query.subscribe(_ -> mark());
    Regions.shownWhile(this, Bindings.isNotEmpty(items));
    show();
  }

  private void show() {
    lines.getChildren().setAll(items.stream().map(this::line).toList());
    mark();
  }

  private Node line(SavedViews.View view) {
    Label name = Labels.of(view.name());
    name.setMinWidth(0);
    HBox row = new HBox(Space.SMALL, Icons.of(Feather.BOOKMARK), name);
    row.setAlignment(Pos.CENTER_LEFT);
    ToggleButton line = new ToggleButton();
    line.setId("view-" + view.name());
    line.setGraphic(row);
    line.setUserData(view);
    line.setAccessibleText(texts.of("nav.view", view.name()));
    line.setTooltip(new Tooltip(view.query()));
    line.setMaxWidth(Double.MAX_VALUE);
    line.getStyleClass().setAll("nav-item", "folder-line");
    row.prefWidthProperty().bind(line.widthProperty().subtract(Space.LARGE));
    line.setOnAction(_ -> {
      onOpen.accept(view);
      mark();
    });
    line.setContextMenu(
        new ContextMenu(
            item("views.up", Feather.ARROW_UP, () -> views.move(view, items.indexOf(view) - 1)),
            item("views.down", Feather.ARROW_DOWN, () -> views.move(view, items.indexOf(view) + 1)),
            item("views.remove", Feather.TRASH_2, () -> views.remove(view))));
    line.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE) {
        views.remove(view);
        event.consume();
      }
    });
    return line;
  }

  private MenuItem item(String text, Feather icon, Runnable run) {
    MenuItem item = new MenuItem(texts.of(text), Icons.of(icon));
    item.setOnAction(_ -> run.run());
    return item;
  }

  private void mark() {
    for (Node node : lines.getChildren()) {
      if (node instanceof ToggleButton line && node.getUserData() instanceof SavedViews.View view) {
        line.setSelected(view.query().equals(query.get()));
      }
    }
  }
}
