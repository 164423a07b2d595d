package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message at the lower edge: what was just done, with undo, or why it was refused.
final class Toast extends HBox {
  private static final Duration STAYS = Duration.seconds(6);

  private final WorkspaceModel model;
  private final Label text = Labels.wrapped("", "toast-text");
  private final FontIcon icon = Icons.of(Feather.CHECK);
  private final Button undo;
  private final Button redo;
  private final PauseTransition timer = new PauseTransition(STAYS);

  Toast(WorkspaceModel model, Texts texts) {
    super(Space.MEDIUM);
    setId("toast");
    getStyleClass().add("toast");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    text.setId("toast-text");
    undo = Buttons.quiet("toast-undo", texts.of("undo.button"));
    undo.setOnAction(_ -> model.undo());
    redo = Buttons.quiet("toast-redo", texts.of("redo.button"));
    redo.setOnAction(_ -> model.redo());
    Button close = Buttons.icon("toast-close", Feather.X, texts.of("dialog.close"));
    close.setOnAction(_ -> model.forgetMessages());
    getChildren().addAll(icon, text, undo, redo, close);
    timer.setOnFinished(_ -> model.forgetMessages());
    hide();
    this.model = model;
    model.doneProperty().subscribe(done -> show(done, model.problemProperty().get()));
    model.problemProperty().subscribe(problem -> show(model.doneProperty().get(), problem));
  }

  private void show(String done, String problem) {
    if (done.isEmpty() && problem.isEmpty()) {
      hide();
      return;
    }
    boolean bad = !problem.isEmpty();
    text.setText(bad ? problem : done);
    icon.setIconCode(bad ? Feather.ALERT_CIRCLE : Feather.CHECK);
    offer(undo, !bad && model.offer() == WorkspaceModel.Offer.UNDO);
    offer(redo, !bad && model.offer() == WorkspaceModel.Offer.REDO);
    setVisible(true);
    setManaged(true);
    timer.playFromStart();
  }

  private static void offer(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  private void hide() {
    timer.stop();
    setVisible(false);
    setManaged(false);
  }
}
