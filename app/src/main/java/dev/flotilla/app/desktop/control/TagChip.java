package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Hue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A tag as a small coloured pill.
public final class TagChip extends HBox {
  public TagChip(String tag, Hue hue) {
    getStyleClass().addAll("chip", hue.styleClass());
    Label label = new Label(tag);
    label.getStyleClass().add("chip-text");
    getChildren().add(label);
    setMaxHeight(USE_PREF_SIZE);
  }

  /// A chip with a button that removes it.
  public TagChip(String tag, Hue hue, String removeName, Runnable onRemove) {
    this(tag, hue);
    Button remove = Buttons.icon("chip-remove-" + tag, Feather.X, removeName);
    remove.getStyleClass().add("chip-remove");
    remove.setOnAction(_ -> onRemove.run());
    getChildren().add(remove);
  }
}
