package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.causality.LostVariant;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/// Turns an alternative that somebody takes into a choice that resolves. Mostly that is the
/// alternative itself; a variant that comes back needs its value, which only the log has.
final class Picks {
  private Picks() {}

  /// The choice that takes an alternative. May read the disk: never on the FX thread. Where that
  /// does not answer, it is refused with a sentence once it is made.
  static Choice of(Conflict conflict, int alternative, ChangeHistory log) {
    Choice pick = new Choice.Pick(alternative);
    if (!(conflict instanceof Conflict.MissingVariant missing) || alternative != 1) {
      return pick;
    }
    try {
      return LostVariant.value(missing, log::holding, log::written)
          .<Choice>map(Choice.Put::new)
          .orElse(pick);
    } catch (UncheckedIOException _) {
      return pick;
    }
  }

  /// Finds the choice, in the background if that takes the disk, and hands it on. Thread: FX.
  ///
  /// @param shown the conflicts, among them the one with this id
  static void take(
      WorkspaceModel model, List<Conflict> shown, String id, int alternative, Consumer<Choice> to) {
    for (Conflict conflict : shown) {
      if (conflict.id().equals(id) && conflict instanceof Conflict.MissingVariant) {
        ChangeHistory log = model.open().history();
        model
            .ui()
            .background()
            .execute(() -> {
              Choice choice = of(conflict, alternative, log);
              model.ui().execute(() -> to.accept(choice));
            });
        return;
      }
    }
    to.accept(new Choice.Pick(alternative));
  }
}
