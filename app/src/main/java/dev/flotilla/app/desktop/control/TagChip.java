package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Hue;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// A tag as a small coloured pill.
public final class TagChip extends HBox {
  private final Label label = Labels.of("", "chip-text");

  public TagChip(String tag, Hue hue) {
    show(tag, hue);
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

  /// Stands for this tag from now on.
  public void show(String tag, Hue hue) {
    label.setText(tag);
    List<String> styles = List.of("chip", hue.styleClass());
    // Only another hue needs another style.
    if (!getStyleClass().equals(styles)) {
      getStyleClass().setAll(styles);
    }
  }
}
