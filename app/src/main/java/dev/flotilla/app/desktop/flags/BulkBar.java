package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be done to several picked flags, over the lower edge of the table; while it is done in
/// many changes, how far that is.
final class BulkBar extends HBox {
  private final FlagActions actions;
  private final ActionMenus menus;
  private final Texts texts;

  BulkBar(FlagActions actions, ActionMenus menus, Texts texts) {
    super(Space.SMALL);
    this.actions = actions;
    this.menus = menus;
    this.texts = texts;
    setId("bulk-bar");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(texts.of("flags.bulk.bar"));
    getStyleClass().add("bulk-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    visibleProperty()
        .bind(actions.countProperty().greaterThan(1).or(actions.runningProperty().isNotNull()));
    managedProperty().bind(visibleProperty());
    actions.runningProperty().subscribe(this::show);
  }

  private void show(@Nullable Parts running) {
    getChildren().setAll(running == null ? choices() : progress(running));
  }

  private List<Node> choices() {
    Label count = Labels.of("", "strong");
    count.setId("bulk-count");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("flags.bulk.count", actions.countProperty().get()),
                actions.countProperty()));
    count.setMinWidth(Region.USE_PREF_SIZE);
    Button tags = compact(Buttons.plain("bulk-tags", texts.of("flags.tags"), Feather.TAG));
    tags.setOnAction(_ -> menus.dialogs().tags());
    Button archive =
        compact(Buttons.plain("bulk-archive", texts.of("flags.menu.archive"), Feather.ARCHIVE));
    archive.setOnAction(_ -> actions.archive(true));
    Button delete =
        compact(Buttons.plain("bulk-delete", texts.of("flags.menu.delete"), Feather.TRASH_2));
    delete.getStyleClass().add("danger");
    delete.setOnAction(_ -> menus.delete());
    Button release = Buttons.icon("bulk-release", Feather.X, texts.of("flags.bulk.release"));
    release.setOnAction(_ -> actions.release());
    Region gap = new Region();
    gap.setMinWidth(Space.TIGHT);
    return List.of(
        count,
        gap,
        menu("bulk-state", Feather.TOGGLE_RIGHT, "flags.bulk.state", this::states),
        tags,
        archive,
        menu("bulk-more", Feather.MORE_HORIZONTAL, "flags.bulk.more", this::more),
        delete,
        release);
  }

  private List<Node> progress(Parts running) {
    Label name = Labels.of(texts.of("flags.bulk.running", running.count()), "strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar();
    bar.setId("bulk-progress");
    bar.setAccessibleText(texts.of("flags.bulk.running", running.count()));
    bar.progressProperty().bind(running.progressProperty());
    Button cancel = compact(Buttons.plain("bulk-cancel", texts.of("dialog.cancel")));
    cancel.setOnAction(_ -> running.cancel());
    return List.of(name, bar, cancel);
  }

  private List<MenuItem> states() {
    Menu on = new Menu(texts.of("flags.menu.on"));
    on.getItems().setAll(menus.states(true));
    Menu off = new Menu(texts.of("flags.menu.off"));
    off.getItems().setAll(menus.states(false));
    return List.of(on, off);
  }

  private List<MenuItem> more() {
    List<MenuItem> items = new ArrayList<>(menus.more());
    if (actions.any(Flag::archived)) {
      items.add(new SeparatorMenuItem());
      items.addAll(
          menus.putAway().stream()
              .filter(item -> "flag-menu-restore".equals(item.getId()))
              .toList());
    }
    return items;
  }

  private MenuButton menu(String id, Feather icon, String text, Supplier<List<MenuItem>> items) {
    MenuButton menu = new MenuButton(texts.of(text), Icons.of(icon));
    menu.setId(id);
    menu.setAccessibleText(texts.of(text));
    menu.getStyleClass().addAll("push", "compact");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setOnShowing(_ -> menu.getItems().setAll(items.get()));
    // Without an item the menu would not open and could not fill itself.
    menu.getItems().add(new MenuItem(""));
    return menu;
  }

  private static Button compact(Button button) {
    button.getStyleClass().add("compact");
    return button;
  }
}
