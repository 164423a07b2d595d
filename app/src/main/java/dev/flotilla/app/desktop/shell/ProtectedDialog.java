package dev.flotilla.app.desktop.shell;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.control.Confirm;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.ProtectedEdit;
import dev.flotilla.app.desktop.text.Texts;
import javafx.application.Platform;
import javafx.util.Subscription;

/// Asks before something changes in a protected environment. However the question goes away, it has
/// an answer: without a yes nothing is changed.
final class ProtectedDialog {
  private final ModalPane modal;
  private final Frame frame;
  private final Texts texts;

  ProtectedDialog(ModalPane modal, Frame frame, Texts texts) {
    this.modal = modal;
    this.frame = frame;
    this.texts = texts;
  }

  void ask(ProtectedEdit edit) {
    if (modal.isDisplay()) {
      // A dialog that is open has shown what it is about to do, and where.
      edit.answer(true);
      return;
    }
    String environments = String.join(", ", edit.environments());
    Confirm.Asked asked =
        Confirm.ask(
            "protected-edit",
            texts.of("protected.title", environments),
            texts.of("protected.text", (long) edit.flags(), environments),
            texts.of("protected.yes"),
            texts,
            frame::closeDialog,
            () -> edit.answer(true));
    frame.show(asked.dialog(), asked.first());
    Subscription[] gone = new Subscription[1];
    // After the yes, which closes the dialog first.
    Runnable no =
        () ->
            Platform.runLater(() -> {
              gone[0].unsubscribe();
              edit.answer(false);
            });
    gone[0] =
        Subscription.combine(
            modal.displayProperty().subscribe((_, _) -> no.run()),
            modal.contentProperty().subscribe((_, _) -> no.run()));
  }
}
