package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message at the lower edge: what was just done, with undo, or why it was refused.
final class Toast extends HBox {
  private static final Duration STAYS = Duration.seconds(6);

  private final WorkspaceModel model;
  private final Label text = Labels.wrapped("", "toast-text");
  private final FontIcon icon = Icons.of(Feather.CHECK);
  private final Texts texts;
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel;
  private final Button close;
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
    close = Buttons.icon("toast-close", Feather.X, texts.of("dialog.close"));
    close.setOnAction(_ -> model.forgetMessages());
    progress.setId("toast-progress");
    cancel = Buttons.quiet("toast-cancel", texts.of("dialog.cancel"));
    getChildren().addAll(icon, text, progress, cancel, undo, redo, close);
    timer.setOnFinished(_ -> model.forgetMessages());
    hide();
    this.model = model;
    this.texts = texts;
    model.turnedProperty().subscribe(turned -> showTurned(turned));
    model.doneProperty().subscribe(done -> show(done, model.problemProperty().get()));
    model.problemProperty().subscribe(problem -> show(model.doneProperty().get(), problem));
  }

  /// How far a step of many changes is.
  private void showTurned(@Nullable Parts turned) {
    boolean isTurning = turned != null;
    shown(progress, isTurning);
    shown(cancel, isTurning);
    shown(close, !isTurning);
    progress.progressProperty().unbind();
    if (turned == null) {
      show(model.doneProperty().get(), model.problemProperty().get());
      return;
    }
    String words = texts.of("undo.turning", turned.count());
    text.setText(words);
    progress.setAccessibleText(words);
    progress.progressProperty().bind(turned.progressProperty());
    cancel.setOnAction(_ -> turned.cancel());
    icon.setIconCode(Feather.ROTATE_CCW);
    shown(undo, false);
    shown(redo, false);
    timer.stop();
    shown(this, true);
  }

  private void show(String done, String problem) {
    if (model.turnedProperty().get() != null) {
      return;
    }
    if (done.isEmpty() && problem.isEmpty()) {
      hide();
      return;
    }
    boolean bad = !problem.isEmpty();
    text.setText(bad ? problem : done);
    icon.setIconCode(bad ? Feather.ALERT_CIRCLE : Feather.CHECK);
    shown(undo, !bad && model.offer() == WorkspaceModel.Offer.UNDO);
    shown(redo, !bad && model.offer() == WorkspaceModel.Offer.REDO);
    shown(this, true);
    timer.playFromStart();
  }

  private static void shown(Node part, boolean isShown) {
    part.setVisible(isShown);
    part.setManaged(isShown);
  }

  private void hide() {
    timer.stop();
    shown(this, false);
  }
}
