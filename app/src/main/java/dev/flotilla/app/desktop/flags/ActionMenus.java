package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Confirm;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/// The menus of what can be done to picked flags, for the bar and for a right click. Each is filled
/// when it opens.
final class ActionMenus {
  private static final int FOLDERS_MAX = 40;

  private final FlagActions actions;
  private final ActionDialogs dialogs;
  private final Frame frame;
  private final Texts texts;

  ActionMenus(FlagActions actions, Frame frame, Texts texts) {
    this.actions = actions;
    this.frame = frame;
    this.texts = texts;
    this.dialogs = new ActionDialogs(actions, frame, texts);
  }

  ActionDialogs dialogs() {
    return dialogs;
  }

  /// The menu of a right click on the picked rows.
  ContextMenu context() {
    ContextMenu menu = new ContextMenu();
    menu.setId("flag-menu");
    menu.setOnShowing(_ -> menu.getItems().setAll(contextItems()));
    // Without an item the menu would not open and could not fill itself.
    menu.getItems().add(new MenuItem(""));
    return menu;
  }

  private List<MenuItem> contextItems() {
    List<MenuItem> items = new ArrayList<>();
    List<Flag> flags = actions.flags();
    if (flags.size() == 1) {
      Flag flag = flags.getFirst();
      items.add(item("open", Feather.SIDEBAR, "flags.menu.open", () -> frame.openFlag(flag.key())));
      items.add(
          item("edit", Feather.MAXIMIZE_2, "flags.menu.edit", () -> frame.editFlag(flag.key())));
      items.add(item("copy-key", Feather.COPY, "flags.menu.copyKey", () -> copy(flag.key())));
      items.add(item("clone", Feather.COPY, "flags.menu.clone", () -> dialogs.clone(flag)));
      items.add(new SeparatorMenuItem());
    }
    Menu on = new Menu(texts.of("flags.menu.on"));
    on.getItems().setAll(states(true));
    Menu off = new Menu(texts.of("flags.menu.off"));
    off.getItems().setAll(states(false));
    items.addAll(List.of(on, off, item("tags", Feather.TAG, "flags.menu.tags", dialogs::tags)));
    items.addAll(more());
    items.add(new SeparatorMenuItem());
    items.addAll(putAway());
    return items;
  }

  /// One item for each environment.
  List<MenuItem> states(boolean on) {
    List<MenuItem> items = new ArrayList<>();
    for (Environment environment : actions.environments()) {
      MenuItem item = new MenuItem(environment.name());
      item.setId((on ? "turn-on-" : "turn-off-") + environment.name());
      if (environment.isProtected()) {
        item.setGraphic(Icons.of(Feather.LOCK));
      }
      item.setOnAction(_ -> actions.turn(environment.name(), on));
      items.add(item);
    }
    return items;
  }

  /// Owner, folder and export.
  List<MenuItem> more() {
    Menu folders = new Menu(texts.of("flags.menu.folder"));
    folders.setGraphic(Icons.of(Feather.FOLDER));
    folders
        .getItems()
        .add(item("folder-none", Feather.HOME, "folder.top", () -> actions.put(Optional.empty())));
    for (Folder folder : actions.folders().stream().limit(FOLDERS_MAX).toList()) {
      MenuItem into = new MenuItem(folder.path());
      into.setId("folder-" + folder.key());
      into.setOnAction(_ -> actions.put(Optional.of(folder)));
      folders.getItems().add(into);
    }
    return List.of(
        item("owner", Feather.USER, "flags.menu.owner", dialogs::owner),
        folders,
        item("export", Feather.UPLOAD, "flags.menu.export", frame::exportPicked));
  }

  /// Archive, restore and delete, as far as they make sense.
  List<MenuItem> putAway() {
    List<MenuItem> items = new ArrayList<>();
    if (actions.any(flag -> !flag.archived())) {
      items.add(
          item("archive", Feather.ARCHIVE, "flags.menu.archive", () -> actions.archive(true)));
    }
    if (actions.any(Flag::archived)) {
      items.add(
          item(
              "restore",
              Feather.CORNER_UP_LEFT,
              "flags.menu.restore",
              () -> actions.archive(false)));
    }
    items.add(item("delete", Feather.TRASH_2, "flags.menu.delete", this::delete));
    return items;
  }

  /// Deletes at once what one undo brings back; asks before it is more than one flag.
  void delete() {
    int count = actions.countProperty().get();
    if (count <= 1) {
      actions.delete();
      return;
    }
    ask(
        "delete-flags",
        texts.of("flags.bulk.delete.title", count),
        texts.of("flags.bulk.delete.text"),
        texts.of("flags.bulk.delete.yes", count),
        actions::delete);
  }

  private void ask(String id, String title, String sentence, String action, Runnable run) {
    Confirm.Asked asked = Confirm.ask(id, title, sentence, action, texts, frame::closeDialog, run);
    frame.show(asked.dialog(), asked.first());
  }

  private void copy(String key) {
    ClipboardContent content = new ClipboardContent();
    content.putString(key);
    Clipboard.getSystemClipboard().setContent(content);
    frame.say(texts.of("flags.keyCopied", key));
  }

  private MenuItem item(String id, Feather icon, String text, Runnable run) {
    MenuItem item = new MenuItem(texts.of(text), Icons.of(icon));
    item.setId("flag-menu-" + id);
    item.setOnAction(_ -> run.run());
    return item;
  }
}
