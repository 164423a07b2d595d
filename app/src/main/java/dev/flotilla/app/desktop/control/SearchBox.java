package dev.flotilla.app.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A field to search in, with a glass at its left edge. In a row it takes the room that is left.
///
/// Thread: FX.
public final class SearchBox extends StackPane {
  /// @param words what can be looked for; shown while the field is empty, and spoken
  public SearchBox(TextField field, String id, String words) {
    super(field, glass());
    field.setId(id);
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.getStyleClass().add("search-field");
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  /// The glass, which lets the mouse through.
  public static StackPane glass() {
    StackPane icon = new StackPane(Icons.of(Feather.SEARCH));
    icon.getStyleClass().add("search-icon");
    icon.setMouseTransparent(true);
    icon.setAlignment(Pos.CENTER_LEFT);
    return icon;
  }
}
