package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.ListBeside;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.live.EntityLines;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Counters: the list on the left, the open one large beside it. In the list, plus and minus count.
final class CountersView {
  private final CountersViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final ListBeside<CounterForm> page;
  private final ScrollPane scroll = new ScrollPane();

  CountersView(CountersViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.texts = desk.texts();
    this.page = new ListBeside<>("counter", "counters", texts);
    page.setId("counters");
    page.getStyleClass().add("counters");
    page.show(model.counters(), model.openProperty(), model.problemProperty());
    page.onCreate(this::create, page.name().textProperty().map(name -> !name.isBlank()));
    page.list().setCellFactory(_ -> new Row());
    page.list().addEventHandler(KeyEvent.KEY_TYPED, event -> step(event.getCharacter()));
    scroll.setFitToWidth(true);
    scroll.setMinWidth(0);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    EmptyState empty =
        new EmptyState(
            Feather.HASH, texts.of("counters.empty.title"), texts.of("counters.empty.text"));
    empty.setId("counters-empty");
    StackPane nothing = new StackPane(empty);
    model
        .openProperty()
        .subscribe(form -> {
          end();
          scroll.setContent(form == null ? nothing : detail(form));
          scroll.setVvalue(0);
        });
    page.setCenter(scroll);
  }

  private CounterDetail detail(CounterForm form) {
    return new CounterDetail(form, model.workspace(), () -> model.delete(form), desk);
  }

  /// What is seen.
  Node node() {
    return page;
  }

  /// Shows no counter any longer.
  void end() {
    if (scroll.getContent() instanceof CounterDetail before) {
      before.end();
    }
  }

  void focusList() {
    page.focusList();
  }

  void focusNew() {
    page.name().requestFocus();
  }

  private void create() {
    model.create(page.name().getText());
    page.name().clear();
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
  private final class Row extends SpokenCell<CounterForm> {
    private final EntityLines lines = new EntityLines(model.workspace(), texts, this);
    private final Label value = Labels.of("", "counter-row-value");
    private final HBox row = new HBox(Space.MEDIUM, lines, value);

    Row() {
      value.setMinWidth(Label.USE_PREF_SIZE);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CounterForm form, boolean empty) {
      super.updateItem(form, empty);
      setText(null);
      value.textProperty().unbind();
      if (empty || form == null) {
        lines.clear();
        setGraphic(null);
        return;
      }
      lines.show(form.shown().id(), about(form));
      value
          .textProperty()
          .bind(form.valueProperty().map(number -> texts.of("counters.value", number)));
      setGraphic(row);
    }

    private ObservableValue<String> about(CounterForm form) {
      return form.counterProperty()
          .map(counter ->
              counter.description().isEmpty()
                  ? texts.of("counters.noDescription")
                  : counter.description());
    }
  }
}
