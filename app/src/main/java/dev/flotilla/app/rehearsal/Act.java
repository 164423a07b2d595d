package dev.flotilla.app.rehearsal;

import dev.flotilla.model.Edit;
import java.time.Duration;
import java.util.List;

/// Something that somebody does in a rehearsal. Data: [Rehearsal#perform] does it.
public sealed interface Act {
  /// Edits at a machine, as one change.
  ///
  /// @param message what it says of itself in the history
  record Change(int machine, String message, List<Edit> edits) implements Act {
    public Change {
      edits = List.copyOf(edits);
    }
  }

  /// Cuts a link of the row, or mends it.
  record Toggle(int link) implements Act {}

  /// Carries a machine to another place in the row.
  record Move(int machine, int place) implements Act {}

  /// Mends all links.
  record Mend() implements Act {}

  /// Time passes.
  record Pass(Duration time) implements Act {}

  /// Sets how far the clock of a machine is ahead.
  record SetClock(int machine, Duration ahead) implements Act {}
}
