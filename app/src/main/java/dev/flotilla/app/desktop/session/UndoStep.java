package dev.flotilla.app.desktop.session;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Written;
import java.util.List;

/// Something of one's own that can be taken back, or done again.
///
/// @param message what it did, in words
/// @param changes what it wrote: more than one where one change was not enough
/// @param seen what had been seen of others when it was asked for
/// @param isRest whether a part of it was turned already and this is what is left
public record UndoStep(String message, List<Written> changes, VersionVector seen, boolean isRest) {
  public UndoStep {
    changes = List.copyOf(changes);
  }

  /// A whole one.
  UndoStep(String message, List<Written> changes, VersionVector seen) {
    this(message, changes, seen, false);
  }

  /// What is left of it.
  UndoStep rest(List<Written> left) {
    return new UndoStep(message, left, seen, true);
  }

  /// Whether taking it back would write nothing.
  boolean isEmpty() {
    return changes.stream().allMatch(change -> change.parts().isEmpty());
  }
}
