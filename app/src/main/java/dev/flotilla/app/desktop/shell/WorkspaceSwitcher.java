package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Logo;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Workspaces;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The name of the workspace, and the way to another one, here or in a window of its own.
final class WorkspaceSwitcher extends MenuButton {
  private final Workspaces workspaces;
  private final Texts texts;

  WorkspaceSwitcher(ObservableValue<Workspace> workspace, Workspaces workspaces, Texts texts) {
    this.workspaces = workspaces;
    this.texts = texts;
    Label name = Labels.of("", "workspace-name");
    name.textProperty().bind(workspace.map(Workspace::name));
    name.setMinWidth(0);
    HBox row =
        new HBox(
            Space.SMALL,
            new Logo(Logo.SMALL),
            name,
            Regions.spring(),
            Icons.of(Feather.CHEVRON_DOWN));
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(widthProperty().subtract(Space.LARGE));
    setGraphic(row);
    setId("switch-workspace");
    setAccessibleText(texts.of("nav.switch"));
    setTooltip(new Tooltip(texts.of("nav.switch")));
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().setAll("nav-item", "workspace-button");
    setOnShowing(_ -> getItems().setAll(items()));
    // Without an item the menu would not open and could not fill itself.
    getItems().add(new MenuItem(""));
  }

  private List<MenuItem> items() {
    List<Workspaces.Known> known = workspaces.known();
    List<MenuItem> items = new ArrayList<>();
    for (Workspaces.Known one : known) {
      items.add(item("workspace-" + one.id(), one));
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    if (!known.isEmpty()) {
      Menu windows = new Menu(texts.of("nav.newWindow"), Icons.of(Feather.EXTERNAL_LINK));
      windows.setId("workspace-new-window");
      for (Workspaces.Known one : known) {
        MenuItem item = new MenuItem(one.name());
        item.setOnAction(_ -> workspaces.openInNewWindow(one.id()));
        windows.getItems().add(item);
      }
      items.add(windows);
    }
    MenuItem all = new MenuItem(texts.of("nav.allWorkspaces"), Icons.of(Feather.GRID));
    all.setId("workspace-all");
    all.setOnAction(_ -> workspaces.showAll());
    items.add(all);
    return items;
  }

  private MenuItem item(String id, Workspaces.Known one) {
    HBox row = new HBox(Space.SMALL, new Avatar(one.name()), Labels.of(one.name()));
    if (one.current()) {
      row.getChildren().add(Icons.of(Feather.CHECK));
    }
    row.setAlignment(Pos.CENTER_LEFT);
    MenuItem item = new MenuItem("", row);
    item.setId(id);
    item.setOnAction(_ -> {
      if (!one.current()) {
        workspaces.open(one.id());
      }
    });
    return item;
  }
}
