package dev.flotilla.app.desktop.causality.journal;

import dev.flotilla.app.desktop.history.Difference;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.List;

/// Something that merged by itself, in words.
///
/// @param name what it is called
/// @param why it needed no decision
/// @param disputed what of it was a conflict; empty for nothing
/// @param when the last of it was written
/// @param newest the change that was written last
record JournalLine(
    EntityId entity,
    String name,
    String why,
    String disputed,
    String when,
    ChangeRef newest,
    List<Side> sides) {
  /// What one machine did.
  ///
  /// @param who the machine, or "you"
  /// @param device the name of the machine
  /// @param message what the author said about it; empty for nothing
  /// @param more how many differences are not shown
  record Side(String who, String device, String message, List<Difference> differences, int more) {
    Side {
      differences = List.copyOf(differences);
    }
  }

  JournalLine {
    sides = List.copyOf(sides);
  }
}
