package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// What a view shows when there is nothing yet: what this place is for, and what to do next.
public final class EmptyState extends VBox {
  public EmptyState(Feather icon, String title, String text, Node... actions) {
    super(Space.SMALL);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    StackPane disc = new StackPane(Icons.of(icon));
    disc.getStyleClass().add("empty-disc");
    disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label body = Labels.wrapped(text, "empty-text");
    body.setTextAlignment(TextAlignment.CENTER);
    body.setAlignment(Pos.CENTER);
    getChildren().addAll(disc, Labels.wrapped(title, "empty-title"), body);
    if (actions.length > 0) {
      HBox row = new HBox(Space.SMALL, actions);
      row.setAlignment(Pos.CENTER);
      row.getStyleClass().add("empty-actions");
      getChildren().add(row);
    }
  }
}
