package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// Writes terms into the query for those who do not know the language, and so teaches it.
final class FilterMenu extends MenuButton {
  /// More would not fit on a screen; typing finds the others.
  private static final int MOST = 24;

  private final FilterModel model;
  private final Texts texts;

  FilterMenu(FilterModel model, Texts texts) {
    super(texts.of("filter.menu"));
    this.model = model;
    this.texts = texts;
    setId("filter-menu");
    setAccessibleText(texts.of("filter.menu.name"));
    setGraphic(Icons.of(Feather.FILTER));
    getStyleClass().add("push");
    setMinWidth(USE_PREF_SIZE);
    // Without an item the menu would not open and could not fill itself.
    getItems().add(new MenuItem(""));
    setOnShowing(_ -> fill());
  }

  private void fill() {
    getItems()
        .setAll(
            state("conflict"),
            state("stale"),
            state("targeted"),
            state("archived"),
            new SeparatorMenuItem());
    for (Vocabulary.Entry entry : model.words().of(Qualifier.ENV)) {
      int equals = entry.word().indexOf("=on");
      if (entry.word().endsWith("=on") && equals > 0) {
        environment(entry.word().substring(0, equals));
      }
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            words("filter.menu.tags", Qualifier.TAG),
            words("filter.menu.sets", Qualifier.SET),
            words("filter.menu.owner", Qualifier.OWNER),
            words("filter.menu.kind", Qualifier.KIND),
            words("filter.menu.changed", Qualifier.CHANGED));
  }

  private MenuItem state(String word) {
    return item(texts.of("filter.state." + word), word);
  }

  private void environment(String environment) {
    Menu menu = new Menu(texts.of("filter.menu.state", environment));
    for (Vocabulary.Entry entry : model.words().of(Qualifier.ENV)) {
      if (entry.word().startsWith(environment + "=") && menu.getItems().size() < MOST) {
        menu.getItems()
            .add(
                item(
                    entry.word().substring(environment.length() + 1),
                    "env:" + Completion.quoted(entry.word())));
      }
    }
    getItems().add(menu);
  }

  private Menu words(String text, Qualifier qualifier) {
    Menu menu = new Menu(texts.of(text));
    List<Vocabulary.Entry> entries = model.words().of(qualifier);
    entries.stream()
        .limit(MOST)
        .forEach(entry ->
            menu.getItems()
                .add(item(entry.word(), qualifier.word() + ":" + Completion.quoted(entry.word()))));
    if (entries.isEmpty()) {
      MenuItem none = new MenuItem(texts.of("filter.menu.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
    return menu;
  }

  private MenuItem item(String name, String term) {
    CheckMenuItem item = new CheckMenuItem(name);
    // An underscore in a name is no mnemonic.
    item.setMnemonicParsing(false);
    item.setSelected(model.has(term));
    item.setOnAction(_ -> model.toggle(term));
    return item;
  }
}
