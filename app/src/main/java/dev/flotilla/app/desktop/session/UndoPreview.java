package dev.flotilla.app.desktop.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What others built on a step that is to be taken back.
///
/// @param isRedo whether it is to be done again instead
/// @param stays what is not touched, because somebody has changed it since
/// @param goes what others have made within what the step made: it goes with it
/// @param lands what comes back elsewhere, because its folder was deleted
/// @param isAnythingLeft whether there is anything to take back at all
public record UndoPreview(
    UndoStep step,
    boolean isRedo,
    List<Built> stays,
    List<Built> goes,
    List<Landing> lands,
    boolean isAnythingLeft) {
  public UndoPreview {
    stays = List.copyOf(stays);
    goes = List.copyOf(goes);
    lands = List.copyOf(lands);
  }

  /// Whether nobody needs to be asked.
  public boolean isQuiet() {
    return stays.isEmpty() && goes.isEmpty() && lands.isEmpty();
  }

  /// A flag or a folder whose folder is gone.
  ///
  /// @param gone the key of the folder that it was in
  /// @param shown the key of the folder that shows it instead; none: the top level
  public record Landing(EntityId entity, String gone, Optional<String> shown) {}

  /// A write that came after the step.
  ///
  /// @param place the field or the set it was made in; none: the whole entity
  /// @param element what was added to the set or removed from it
  /// @param by who made it
  public record Built(
      EntityId entity,
      Optional<String> place,
      Optional<String> element,
      ReplicaId by,
      Instant at) {}
}
