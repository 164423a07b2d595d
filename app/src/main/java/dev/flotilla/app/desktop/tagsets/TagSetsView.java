package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Tag sets: the list on the left, the open one beside it.
final class TagSetsView extends BorderPane {
  private static final double LIST_WIDTH = 300;

  /// With a panel at the side there is less room.
  private static final double LIST_WIDTH_NARROW = 216;

  private static final double NARROW = 720;

  private static final double ROW_HEIGHT = 52;

  private final TagSetsViewModel model;
  private final Texts texts;
  private final ListView<TagSetForm> list = new ListView<>();
  private final TextField name = new TextField();
  private final StackPane middle = new StackPane();

  /// @param detail makes the view of the open set
  TagSetsView(TagSetsViewModel model, Texts texts, Function<TagSetForm, TagSetDetail> detail) {
    this.model = model;
    this.texts = texts;
    setId("tag-sets");
    getStyleClass().add("tag-sets");
    setLeft(left());
    EmptyState empty =
        new EmptyState(
            Feather.TAG, texts.of("tagsets.empty.title"), texts.of("tagsets.empty.text"));
    empty.setId("tagsets-empty");
    model
        .openProperty()
        .subscribe(form -> {
          end();
          middle.getChildren().setAll(form == null ? empty : detail.apply(form));
          middle.setAlignment(form == null ? Pos.CENTER : Pos.TOP_LEFT);
        });
    middle.setMinWidth(0);
    setCenter(middle);
  }

  /// Shows no set any longer.
  void end() {
    for (Node node : middle.getChildren()) {
      if (node instanceof TagSetDetail before) {
        before.end();
      }
    }
  }

  void focusList() {
    if (model.tagSets().isEmpty()) {
      focusName();
    } else {
      list.requestFocus();
    }
  }

  void focusName() {
    name.requestFocus();
  }

  private Node left() {
    name.setId("tagset-new-name");
    name.setPromptText(texts.of("tagsets.find"));
    name.setAccessibleText(texts.of("tagsets.new"));
    name.textProperty().bindBidirectional(model.nameProperty());
    HBox.setHgrow(name, Priority.ALWAYS);
    Button add = Buttons.plain("tagset-create", texts.of("tagsets.create"), Feather.PLUS);
    add.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !model.isNew(), model.nameProperty()));
    add.setOnAction(_ -> model.enter());
    name.setOnAction(_ -> model.enter());
    list.setId("tagset-list");
    list.setAccessibleText(texts.of("tagsets.list"));
    list.setItems(model.tagSets());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new Row());
    Label none = Labels.wrapped("", "soft");
    none.textProperty()
        .bind(
            model
                .nameProperty()
                .map(typed -> typed.isBlank() ? "" : texts.of("tagsets.noneFound")));
    list.setPlaceholder(none);
    list.getStyleClass().add("edge-to-edge");
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
            FormField.errorLabel("tagset-problem", model.problemProperty()),
            list);
    left.getStyleClass().add("tagset-left");
    left.setMinWidth(LIST_WIDTH_NARROW);
    left.prefWidthProperty()
        .bind(widthProperty().map(w -> w.doubleValue() < NARROW ? LIST_WIDTH_NARROW : LIST_WIDTH));
    setMinWidth(0);
    return left;
  }

  /// Colour, name and how many tags.
  private final class Row extends ListCell<TagSetForm> {
    private final Region dot = new Region();
    private final Label key = Labels.of("", "medium");
    private final Label count = Labels.of("", "small", "faint");
    private final HBox row;

    Row() {
      VBox lines = new VBox(key, count);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      row = new HBox(Space.MEDIUM, dot, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // a long name is cut instead of scrolled
    }

    @Override
    protected void updateItem(@Nullable TagSetForm form, boolean empty) {
      super.updateItem(form, empty);
      setText(null);
      graphicProperty().unbind();
      if (empty || form == null) {
        setGraphic(null);
        return;
      }
      count
          .textProperty()
          .bind(
              form.tagSetProperty()
                  .map(tagSet -> texts.of("tagsets.count", tagSet.members().size())));
      key.setText(form.key());
      dot.getStyleClass().setAll("hue-dot", form.hue().styleClass());
      setGraphic(row);
    }
  }
}
