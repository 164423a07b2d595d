package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The name of a variant, which can be written anew in its place: by its pencil, or by a double
/// click. Enter renames, Esc and leaving the field do not.
final class VariantName extends StackPane {
  /// That of a field of one line, beside which it stands.
  private static final double HEIGHT = 30;

  private final String variant;
  private final HBox shown;
  private final TextField field = new TextField();
  private final Button pencil;

  VariantName(String variant, VariantsForm form, Texts texts) {
    this.variant = variant;
    Label name = Labels.of(variant, "mono");
    name.setTooltip(new Tooltip(variant));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    this.pencil =
        Buttons.icon(
            "variant-rename-" + variant, Feather.EDIT_2, texts.of("flagpage.rename", variant));
    pencil.getStyleClass().add("small-icon");
    pencil.setOnAction(_ -> begin());
    shown = new HBox(Space.HAIR, name, pencil);
    shown.setAlignment(Pos.CENTER_LEFT);
    field.setId("variant-name-" + variant);
    field.setAccessibleText(texts.of("flagpage.rename", variant));
    field.getStyleClass().add("mono");
    field.setVisible(false);
    field.setOnAction(_ -> {
      if (form.rename(this.variant, field.getText())) {
        end();
      }
    });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            end();
          }
        });
    name.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            begin();
          }
        });
    setMinHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().addAll(shown, field);
  }

  private void begin() {
    field.setText(variant);
    field.setVisible(true);
    shown.setVisible(false);
    field.requestFocus();
    field.selectAll();
  }

  private void end() {
    boolean focused = field.isFocused();
    field.setVisible(false);
    shown.setVisible(true);
    if (focused) {
      pencil.requestFocus();
    }
  }
}
