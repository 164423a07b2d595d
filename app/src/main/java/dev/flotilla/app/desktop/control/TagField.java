package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/// Tags as chips in a field: type and press Enter or comma to add one, Backspace in the empty field
/// takes the last one away. Known tags are offered while typing.
public final class TagField extends FlowPane {
  private static final int OFFERS = 8;
  private static final double INPUT_WIDTH = 120;

  private final Function<String, String> removeName;
  private final Consumer<String> onAdd;
  private final Consumer<String> onRemove;
  private final TextField input = new TextField();
  private final ContextMenu offers = new ContextMenu();
  private List<String> shown = List.of();
  private List<String> known = List.of();
  private Function<String, Hue> hues = Hue::of;

  /// `removeName` names the button that removes a tag.
  public TagField(
      String id,
      String prompt,
      Function<String, String> removeName,
      Consumer<String> onAdd,
      Consumer<String> onRemove) {
    this.removeName = removeName;
    this.onAdd = onAdd;
    this.onRemove = onRemove;
    setId(id);
    getStyleClass().add("tag-field");
    setHgap(Space.TIGHT);
    setVgap(Space.TIGHT);
    input.setId(id + "-input");
    input.setPromptText(prompt);
    input.setAccessibleText(prompt);
    input.setPrefWidth(INPUT_WIDTH);
    input.getStyleClass().add("bare-field");
    input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    input.textProperty().subscribe(this::offer);
    input
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            offers.hide();
          }
        });
    setOnMouseClicked(_ -> input.requestFocus());
    getChildren().add(input);
  }

  /// Shows `tags`; what is being typed stays.
  public void show(List<String> tags, Collection<String> knownTags, Function<String, Hue> tagHues) {
    known = List.copyOf(knownTags);
    hues = tagHues;
    shown = List.copyOf(tags);
    List<Node> nodes = new ArrayList<>();
    for (String tag : shown) {
      nodes.add(
          new TagChip(tag, hues.apply(tag), removeName.apply(tag), () -> onRemove.accept(tag)));
    }
    boolean focused = input.isFocused();
    getChildren().subList(0, getChildren().size() - 1).clear();
    getChildren().addAll(0, nodes);
    if (focused) {
      input.requestFocus();
    }
  }

  private void onKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER || code == KeyCode.COMMA) {
      add(input.getText());
      event.consume();
    } else if (code == KeyCode.BACK_SPACE && input.getText().isEmpty() && !shown.isEmpty()) {
      onRemove.accept(shown.getLast());
      event.consume();
    }
  }

  private void add(String text) {
    String tag = text.replace(",", "").strip();
    offers.hide();
    input.clear();
    if (!tag.isEmpty()) {
      onAdd.accept(tag);
    }
  }

  private void offer(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || !input.isFocused()) {
      offers.hide();
      return;
    }
    offers
        .getItems()
        .setAll(
            known.stream()
                .filter(tag -> tag.toLowerCase(Locale.ROOT).contains(wanted))
                .filter(tag -> !shown.contains(tag))
                .limit(OFFERS)
                .map(this::item)
                .toList());
    if (offers.getItems().isEmpty()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(input, Side.BOTTOM, 0, Space.TIGHT);
    }
  }

  private MenuItem item(String tag) {
    MenuItem item = new MenuItem(tag);
    item.setOnAction(_ -> add(tag));
    return item;
  }
}
