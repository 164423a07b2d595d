package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A name of an attribute; offers those that other rules read.
final class AttributeField extends TextField {
  private static final int OFFERS = 8;

  private final Supplier<List<String>> known;
  private final Consumer<String> onEdit;
  private final ContextMenu offers = new ContextMenu();

  AttributeField(String id, String name, Supplier<List<String>> known, Consumer<String> onEdit) {
    this.known = known;
    this.onEdit = onEdit;
    setId(id);
    setAccessibleText(name);
    setPromptText(name);
    getStyleClass().add("mono");
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && !offers.isShowing()) {
            offer("");
            event.consume();
          }
        });
    focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            offers.hide();
          }
        });
  }

  /// Shows `attribute`, and tells of what is typed from now on.
  AttributeField showing(String attribute) {
    setText(attribute);
    textProperty()
        .addListener((_, _, typed) -> {
          onEdit.accept(typed.strip());
          if (isFocused()) {
            offer(typed);
          }
        });
    return this;
  }

  private void offer(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    var found =
        known.get().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
            .filter(name -> !name.equals(typed.strip()))
            .limit(OFFERS)
            .map(this::item)
            .toList();
    offers.getItems().setAll(found);
    if (found.isEmpty()) {
      offers.hide();
    } else if (!offers.isShowing() && getScene() != null) {
      offers.show(this, Side.BOTTOM, 0, Space.TIGHT);
    }
  }

  private MenuItem item(String name) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> {
      setText(name);
      end();
      offers.hide();
    });
    return item;
  }
}
