package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SearchBox;
import dev.flotilla.app.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The search field with suggestions below: Down and Up choose one, Tab or Enter takes it, Esc
/// closes them and then empties the field.
final class FilterField extends StackPane {
  /// Below it the example in the prompt would be cut.
  private static final double PROMPT_WIDTH = 400;

  private static final double GAP = 4;

  private final FilterModel model;
  private final TextField text = new TextField();
  private final SuggestionList list;

  FilterField(FilterModel model, Texts texts) {
    this.model = model;
    this.list = new SuggestionList(texts, this::take);
    getStyleClass().add("filter-field");
    text.setId("search");
    text.promptTextProperty()
        .bind(
            text.widthProperty()
                .map(width ->
                    texts.of(
                        width.doubleValue() < PROMPT_WIDTH
                            ? "filter.prompt.short"
                            : "filter.prompt")));
    text.setAccessibleText(texts.of("filter.name"));
    text.getStyleClass().add("search-field");
    text.textProperty().bindBidirectional(model.queryProperty());
    Button clear = Buttons.icon("search-clear", Feather.X, texts.of("filter.clear"));
    clear.getStyleClass().add("search-clear");
    clear.setOnAction(_ -> clear());
    Regions.shownWhile(clear, Bindings.isNotEmpty(text.textProperty()));
    StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
    list.setManaged(false);
    getChildren().addAll(text, SearchBox.glass(), clear, list);
    text.textProperty().subscribe(_ -> suggestIfTyping());
    text.caretPositionProperty().subscribe(_ -> suggestIfTyping());
    text.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            list.close();
          }
        });
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    text.setOnMouseClicked(_ -> suggest());
  }

  /// Gives the field the keyboard.
  void focusText() {
    text.requestFocus();
    text.selectAll();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    list.resizeRelocate(0, getHeight() + GAP, getWidth(), list.prefHeight(getWidth()));
  }

  private void clear() {
    text.clear();
    text.requestFocus();
  }

  /// A text that a menu or a saved view puts here asks for no suggestions.
  private void suggestIfTyping() {
    if (text.isFocused() && text.getSelection().getLength() == 0 && !text.getText().isEmpty()) {
      suggest();
    } else {
      list.close();
    }
  }

  private void suggest() {
    list.show(model.suggestions(text.getCaretPosition()));
    requestLayout();
  }

  private void take(Suggestion suggestion) {
    text.setText(suggestion.in(text.getText()));
    text.positionCaret(suggestion.caret());
    text.requestFocus();
  }

  private void onKey(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case DOWN -> down();
          case UP -> list.isOpen() && list.move(-1);
          case TAB -> !event.isShiftDown() && list.isOpen() && list.takeChosenOrFirst();
          case ENTER -> list.takeChosen() || leave();
          case ESCAPE -> escape();
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  private boolean down() {
    if (!list.isOpen()) {
      suggest();
      return list.isOpen();
    }
    return list.move(1);
  }

  /// Enter closes the suggestions and leaves the query as it is.
  private boolean leave() {
    boolean open = list.isOpen();
    list.close();
    return open;
  }

  private boolean escape() {
    if (list.isOpen()) {
      list.close();
      return true;
    }
    if (!text.getText().isEmpty()) {
      text.clear();
      return true;
    }
    return false;
  }
}
