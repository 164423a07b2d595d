package dev.flotilla.app.desktop.control;

import dev.flotilla.app.desktop.text.Texts;
import javafx.scene.control.Button;

/// Asks before something that people could regret. Names what will be done on the button, never
/// just "OK"; the button that does nothing has the keyboard.
public final class Confirm {
  private Confirm() {}

  /// A question with a sentence about what will happen.
  ///
  /// @param action what the button says
  /// @param onClose closes the dialog
  /// @param run does it, after the dialog was closed
  public static Asked ask(
      String id,
      String title,
      String sentence,
      String action,
      Texts texts,
      Runnable onClose,
      Runnable run) {
    Button no = Buttons.plain(id + "-cancel", texts.of("dialog.cancel"));
    no.setOnAction(_ -> onClose.run());
    no.setCancelButton(true);
    Button yes = Buttons.plain(id + "-yes", action);
    yes.getStyleClass().add("danger");
    yes.setOnAction(_ -> {
      onClose.run();
      run.run();
    });
    Dialog dialog =
        new Dialog(id, title, texts.of("dialog.close"), onClose)
            .content(Labels.wrapped(sentence))
            .buttons(no, yes);
    dialog.getStyleClass().add("dialog-small");
    return new Asked(dialog, no);
  }

  /// @param first what gets the keyboard
  public record Asked(Dialog dialog, Button first) {}
}
