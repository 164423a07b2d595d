package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A list on the left, with a field above it that names a new item, beside the open one. What is
/// selected in the list is open, and the other way round.
public final class ListBeside<T> extends BorderPane {
  private static final double LIST_WIDTH = 300;

  /// With a panel at the side there is less room.
  private static final double LIST_WIDTH_NARROW = 216;

  private static final double NARROW = 720;
  private static final double ROW_HEIGHT = 52;

  private final ListView<T> list = new ListView<>();
  private final TextField name = new TextField();
  private final Button create;
  private final String problemId;

  /// @param item begins the id of each control
  /// @param words begins the key of each text: `new`, `create` and `list`
  public ListBeside(String item, String words, Texts texts) {
    this.problemId = item + "-problem";
    name.setId(item + "-new-name");
    name.setPromptText(texts.of(words + ".new"));
    name.setAccessibleText(texts.of(words + ".new"));
    HBox.setHgrow(name, Priority.ALWAYS);
    create = Buttons.plain(item + "-create", texts.of(words + ".create"), Feather.PLUS);
    list.setId(item + "-list");
    list.setAccessibleText(texts.of(words + ".list"));
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPlaceholder(new Region());
    list.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(list, Priority.ALWAYS);
    setMinWidth(0);
  }

  /// Shows `items`, one of them `open`, and below the field why the last one was not made.
  public void show(
      ObservableList<T> items, ObjectProperty<@Nullable T> open, ObservableValue<String> problem) {
    list.setItems(items);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(selected -> {
          if (selected != null) {
            open.set(selected);
          }
        });
    open.subscribe(opened -> list.getSelectionModel().select(opened));
    VBox left =
        new VBox(
            Space.SMALL,
            new HBox(Space.SMALL, name, create),
            FormField.errorLabel(problemId, problem),
            list);
    left.getStyleClass().add("list-beside");
    left.setMinWidth(LIST_WIDTH_NARROW);
    left.prefWidthProperty()
        .bind(widthProperty().map(w -> w.doubleValue() < NARROW ? LIST_WIDTH_NARROW : LIST_WIDTH));
    setLeft(left);
  }

  /// Does `make` on Enter in the field and on the button, which is there only while `can`.
  public void onCreate(Runnable make, ObservableValue<Boolean> can) {
    create.disableProperty().bind(can.map(possible -> !possible));
    create.setOnAction(_ -> make.run());
    name.setOnAction(_ -> make.run());
  }

  /// The field that names a new item.
  public TextField name() {
    return name;
  }

  /// The items.
  public ListView<T> list() {
    return list;
  }

  /// Gives the keyboard to the list, or to the field while there is nothing to choose from.
  public void focusList() {
    if (list.getItems().isEmpty()) {
      name.requestFocus();
    } else {
      list.requestFocus();
    }
  }
}
