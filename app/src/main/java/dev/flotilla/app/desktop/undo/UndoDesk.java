package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kordamp.ikonli.feather.Feather;

/// What a window offers to take changes back, to do them again, and to say why they are made.
///
/// Thread: FX.
public final class UndoDesk {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Frame frame;
  private final BooleanSupplier typing;

  /// From now on the window asks before a step goes that others have built on.
  ///
  /// @param typing whether a field has the keyboard, which has an undo of its own
  public UndoDesk(WorkspaceModel model, Desk desk, Frame frame, BooleanSupplier typing) {
    this.model = model;
    this.texts = desk.texts();
    this.frame = frame;
    this.typing = typing;
    PreviewWords words = new PreviewWords(model, texts, desk.moments());
    model.onUndoPreview(new PreviewDialog(model, texts, words, frame)::show);
  }

  /// For palette, keys and help.
  public List<Command> commands() {
    return List.of(
        Command.of(
                "undo", Group.EDIT, texts.of("command.undo"), Feather.CORNER_UP_LEFT, model::undo)
            .on("Shortcut+Z")
            .when(() -> !typing.getAsBoolean()),
        Command.of(
                "redo", Group.EDIT, texts.of("command.redo"), Feather.CORNER_UP_RIGHT, model::redo)
            .on("Shortcut+Shift+Z")
            .alsoOn("Ctrl+Y")
            .when(() -> !typing.getAsBoolean()),
        Command.of(
                "undo-steps",
                Group.EDIT,
                texts.of("undo.steps.name"),
                Feather.LIST,
                this::showSteps)
            .on("Shortcut+Alt+Z"),
        Command.of(
                "reason",
                Group.EDIT,
                texts.of("reason.name"),
                Feather.MESSAGE_SQUARE,
                this::askReason)
            .on("Shortcut+Shift+M"));
  }

  /// Shows the own changes that can be taken back.
  public void showSteps() {
    new StepsDialog(model, texts, frame).show();
  }

  /// Asks why the next change is made.
  public void askReason() {
    new ReasonDialog(model, texts, frame).show();
  }
}
