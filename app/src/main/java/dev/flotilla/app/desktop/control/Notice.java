package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A sentence inside a view that wants attention, with what can be done about it.
public final class Notice extends HBox {
  /// How much attention it wants.
  public enum Tone {
    NEUTRAL,
    WARNING,
    DANGER,
    SUCCESS;

    private String styleClass() {
      return switch (this) {
        case NEUTRAL -> "notice-neutral";
        case WARNING -> "notice-warning";
        case DANGER -> "notice-danger";
        case SUCCESS -> "notice-success";
      };
    }

    private Feather icon() {
      return switch (this) {
        case NEUTRAL -> Feather.INFO;
        case WARNING -> Feather.ALERT_TRIANGLE;
        case DANGER -> Feather.ALERT_CIRCLE;
        case SUCCESS -> Feather.CHECK_CIRCLE;
      };
    }
  }

  private final Label text;

  public Notice(Tone tone, String sentence, Node... actions) {
    super(Space.SMALL);
    getStyleClass().addAll("notice", tone.styleClass());
    setAlignment(Pos.CENTER_LEFT);
    text = Labels.wrapped(sentence, "notice-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(Icons.of(tone.icon()), text);
    getChildren().addAll(actions);
  }

  public Label text() {
    return text;
  }
}
