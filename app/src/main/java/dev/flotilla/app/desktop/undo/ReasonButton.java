package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// A place in the status bar for what the author says about the next change.
public final class ReasonButton extends Button {
  private static final double WIDTH_MAX = 280;

  /// @param ask lets the author write it
  public ReasonButton(WorkspaceModel model, Texts texts, Runnable ask) {
    setId("status-reason");
    getStyleClass().setAll("button", "status-button");
    setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    setMaxWidth(WIDTH_MAX);
    setTooltip(new Tooltip(texts.of("reason.hint")));
    textProperty()
        .bind(
            model
                .reasonProperty()
                .map(
                    why -> why.isEmpty() ? texts.of("reason.name") : texts.of("reason.next", why)));
    accessibleTextProperty().bind(textProperty());
    model
        .reasonProperty()
        .subscribe(why -> {
          getStyleClass().remove("set");
          if (!why.isEmpty()) {
            getStyleClass().add("set");
          }
        });
    setOnAction(_ -> ask.run());
  }
}
