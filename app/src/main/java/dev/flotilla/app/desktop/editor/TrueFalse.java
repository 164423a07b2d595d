package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.form.FieldModel;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The editor of a boolean value: two halves, one of them pressed.
final class TrueFalse extends HBox {
  private static final double HALF_WIDTH = 60;

  TrueFalse(String id, String name, FieldModel<?> field) {
    setId(id);
    getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    getChildren().addAll(half(id, name, field, true, group), half(id, name, field, false, group));
  }

  private static ToggleButton half(
      String id, String name, FieldModel<?> field, boolean value, ToggleGroup group) {
    String text = String.valueOf(value);
    ToggleButton half = new ToggleButton(text);
    half.setId(id + "-" + text);
    half.setAccessibleText(name + ": " + text);
    half.getStyleClass().setAll("segment", "mono");
    half.setToggleGroup(group);
    half.setMaxWidth(Double.MAX_VALUE);
    half.setPrefWidth(HALF_WIDTH);
    HBox.setHgrow(half, Priority.ALWAYS);
    field.draftProperty().subscribe(draft -> half.setSelected(draft.equals(text)));
    half.setOnAction(_ -> {
      half.setSelected(true);
      field.draftProperty().set(text);
      field.commit();
    });
    return half;
  }
}
