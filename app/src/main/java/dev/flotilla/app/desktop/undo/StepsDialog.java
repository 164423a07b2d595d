package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.UndoStep;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The last own changes of the window, each of which can be taken back on its own.
final class StepsDialog {
  /// As many as anybody looks through.
  private static final int SHOWN = 20;

  private static final double HEIGHT_MAX = 420;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Frame frame;

  StepsDialog(WorkspaceModel model, Texts texts, Frame frame) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
  }

  void show() {
    VBox rows = new VBox();
    rows.getStyleClass().add("built-lines");
    add(rows, model.undoStack().undone().reversed(), "redo", texts.of("redo.button"));
    add(rows, model.undoStack().done(), "undo", texts.of("undo.button"));
    Node list = rows.getChildren().isEmpty() ? nothing() : scroll(rows);
    Button done = Buttons.plain("undo-steps-done", texts.of("dialog.done"));
    done.setOnAction(_ -> frame.closeDialog());
    Dialog dialog =
        new Dialog(
                "undo-steps", texts.of("undo.steps"), texts.of("dialog.close"), frame::closeDialog)
            .content(Labels.wrapped(texts.of("undo.steps.hint"), "small", "soft"), list)
            .buttons(done);
    dialog.getStyleClass().add("dialog-medium");
    frame.show(dialog, rows.getChildren().isEmpty() ? done : firstButton(rows));
  }

  private void add(VBox rows, List<UndoStep> steps, String id, String action) {
    List<UndoStep> shown = steps.stream().limit(SHOWN).toList();
    for (int at = 0; at < shown.size(); at++) {
      rows.getChildren().add(row(shown.get(at), id + "-step-" + at, action, id.equals("redo")));
    }
  }

  private Node row(UndoStep step, String id, String action, boolean isUndone) {
    Label message = Labels.of(step.message(), isUndone ? "faint" : "plain");
    message.setMinWidth(0);
    int changes = step.changes().size();
    Label parts =
        Labels.of(
            texts.of(step.isRest() ? "undo.steps.rest" : "undo.steps.parts", changes),
            "small",
            "faint");
    parts.setMinWidth(Label.USE_PREF_SIZE);
    parts.setVisible(step.isRest() || changes > 1);
    parts.setManaged(parts.isVisible());
    Button turn = Buttons.quiet(id, action);
    turn.setAccessibleText(texts.of("undo.steps.action", action, step.message()));
    turn.setOnAction(_ -> {
      frame.closeDialog();
      model.turn(step);
    });
    HBox row = new HBox(Space.SMALL, message, parts, Regions.spring(), turn);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("built-line");
    return row;
  }

  private Node nothing() {
    return Labels.wrapped(texts.of("undo.nothing"), "soft");
  }

  private static Node scroll(VBox rows) {
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HEIGHT_MAX);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private static Node firstButton(VBox rows) {
    return ((HBox) rows.getChildren().getFirst()).getChildren().getLast();
  }
}
