package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Asks why the next change is made.
final class ReasonDialog {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Frame frame;

  ReasonDialog(WorkspaceModel model, Texts texts, Frame frame) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
  }

  void show() {
    TextField why = new TextField(model.reasonProperty().get());
    why.setId("reason-text");
    why.setPromptText(texts.of("reason.prompt"));
    Runnable keep =
        () -> {
          model.reasonProperty().set(why.getText().strip());
          frame.closeDialog();
        };
    why.setOnAction(_ -> keep.run());
    Button set = Buttons.primary("reason-set", texts.of("reason.set"));
    set.setOnAction(_ -> keep.run());
    Button cancel = Buttons.plain("reason-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> frame.closeDialog());
    Dialog dialog =
        new Dialog(
                "reason-dialog",
                texts.of("reason.name"),
                texts.of("dialog.close"),
                frame::closeDialog)
            .content(new FormField(texts.of("reason.why"), why).hint(texts.of("reason.hint")))
            .buttons(cancel, set);
    dialog.getStyleClass().add("dialog-small");
    frame.show(dialog, why);
    why.selectAll();
  }
}
