package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Counters: the list on the left, the open one large beside it. In the list, plus and minus count.
final class CountersView extends BorderPane {
  private static final double LIST_WIDTH = 300;

  /// With a panel at the side there is less room.
  private static final double LIST_WIDTH_NARROW = 216;

  private static final double NARROW = 720;

  private static final double ROW_HEIGHT = 52;

  private final CountersViewModel model;
  private final Texts texts;
  private final ListView<CounterForm> list = new ListView<>();
  private final TextField name = new TextField();

  CountersView(CountersViewModel model, Desk desk) {
    this.model = model;
    this.texts = desk.texts();
    setId("counters");
    getStyleClass().add("counters");
    setLeft(left());
    ScrollPane scroll = new ScrollPane();
    scroll.setFitToWidth(true);
    scroll.setMinWidth(0);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    EmptyState empty =
        new EmptyState(
            Feather.HASH, texts.of("counters.empty.title"), texts.of("counters.empty.text"));
    empty.setId("counters-empty");
    model
        .openProperty()
        .subscribe(form -> {
          if (scroll.getContent() instanceof CounterDetail before) {
            before.end();
          }
          scroll.setContent(
              form == null
                  ? new StackPane(empty)
                  : new CounterDetail(form, () -> model.delete(form), desk));
          scroll.setVvalue(0);
        });
    setCenter(scroll);
  }

  void focusList() {
    if (model.counters().isEmpty()) {
      focusNew();
    } else {
      list.requestFocus();
    }
  }

  void focusNew() {
    name.requestFocus();
  }

  private Node left() {
    name.setId("counter-new-name");
    name.setPromptText(texts.of("counters.new"));
    name.setAccessibleText(texts.of("counters.new"));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button add = Buttons.plain("counter-create", texts.of("counters.create"), Feather.PLUS);
    add.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
    Runnable create =
        () -> {
          model.create(name.getText());
          name.clear();
        };
    add.setOnAction(_ -> create.run());
    name.setOnAction(_ -> create.run());
    list.setId("counter-list");
    list.setAccessibleText(texts.of("counters.list"));
    list.setItems(model.counters());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Row());
    list.setPlaceholder(new Region());
    list.getStyleClass().add("edge-to-edge");
    list.addEventHandler(KeyEvent.KEY_TYPED, event -> step(event.getCharacter()));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(form -> {
          if (form != null) {
            model.openProperty().set(form);
          }
        });
    model.openProperty().subscribe(form -> list.getSelectionModel().select(form));
    VBox left =
        new VBox(
            Space.SMALL,
            new HBox(Space.SMALL, name, add),
            FormField.errorLabel("counter-problem", model.problemProperty()),
            list);
    left.getStyleClass().add("tagset-left");
    left.setMinWidth(LIST_WIDTH_NARROW);
    left.prefWidthProperty()
        .bind(widthProperty().map(w -> w.doubleValue() < NARROW ? LIST_WIDTH_NARROW : LIST_WIDTH));
    setMinWidth(0);
    return left;
  }

  private void step(String typed) {
    CounterForm form = model.openProperty().get();
    if (form != null && typed.equals("+")) {
      form.add(1);
    } else if (form != null && typed.equals("-")) {
      form.add(-1);
    }
  }

  /// Name, what it counts, and the number.
  private final class Row extends ListCell<CounterForm> {
    private final Label key = Labels.of("", "medium");
    private final Label description = Labels.of("", "small", "faint");
    private final Label value = Labels.of("", "counter-row-value");
    private final HBox row;

    Row() {
      VBox lines = new VBox(key, description);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      value.setMinWidth(USE_PREF_SIZE);
      row = new HBox(Space.MEDIUM, lines, Regions.spring(), value);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CounterForm form, boolean empty) {
      super.updateItem(form, empty);
      setText(null);
      description.textProperty().unbind();
      value.textProperty().unbind();
      if (empty || form == null) {
        setGraphic(null);
        return;
      }
      key.setText(form.key());
      description
          .textProperty()
          .bind(
              form.counterProperty()
                  .map(counter ->
                      counter.description().isEmpty()
                          ? texts.of("counters.noDescription")
                          : counter.description()));
      value
          .textProperty()
          .bind(form.valueProperty().map(number -> texts.of("counters.value", number)));
      setGraphic(row);
    }
  }
}
