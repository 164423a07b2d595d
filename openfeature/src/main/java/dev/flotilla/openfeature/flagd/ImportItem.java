package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.EntityId;
import java.util.List;

/// What an import does to one flag, or to one environment with its shared rules and metadata.
///
/// @param changes the fields that become different; empty if the kind is [Kind#SAME]
public record ImportItem(EntityId entity, Kind kind, List<FieldChange> changes) {
  /// What becomes of a flag or environment.
  public enum Kind {
    NEW,
    CHANGED,
    SAME,
    /// It is gone from the file, and goes here as well.
    REMOVED
  }

  public ImportItem {
    changes = List.copyOf(changes);
  }

  /// The key of the flag or the name of the environment.
  public String key() {
    return entity.key();
  }

  /// A field before and after, for people to read. An empty text stands for nothing.
  ///
  /// @param field the name of the field or set, as in [dev.flotilla.model.FieldNames]
  public record FieldChange(String field, String before, String after) {}
}
