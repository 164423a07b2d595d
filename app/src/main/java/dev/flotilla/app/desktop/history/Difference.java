package dev.flotilla.app.desktop.history;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;

/// One thing that a change did, in words.
///
/// @param slot where it can be put back; none for what has no value of its own
/// @param what the field, or the whole sentence if there is neither before nor after
/// @param before in words; empty where there was nothing to replace
/// @param after in words; empty where nothing is left
/// @param old what was replaced; of several values the latest
public record Difference(
    Optional<Slot> slot, Kind kind, String what, String before, String after, Value old) {

  /// The same where nobody can put anything back.
  Difference forReading() {
    return new Difference(Optional.empty(), kind, what, before, after, old);
  }

  /// What kind of thing it is, for its sign.
  public enum Kind {
    CREATED,
    DELETED,
    ADDED,
    REMOVED,
    CHANGED,
    MOVED
  }

  /// What a change did to one entity.
  ///
  /// @param entity none for members and machines
  public record Group(Optional<EntityId> entity, List<Difference> differences) {
    public Group {
      differences = List.copyOf(differences);
    }
  }
}
