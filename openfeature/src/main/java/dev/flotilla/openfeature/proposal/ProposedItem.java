package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a file proposes for one flag or environment.
///
/// @param conflict whether it is gone on one side and was changed on the other
/// @param fields what differs
/// @param edits what makes or deletes it; the fields have their own
public record ProposedItem(
    EntityId entity, Kind kind, boolean conflict, List<ProposedField> fields, List<Edit> edits) {
  /// What becomes of it.
  public enum Kind {
    NEW,
    CHANGED,
    SAME,
    /// The file had it when it was written and has it no longer.
    REMOVED
  }

  public ProposedItem {
    fields = List.copyOf(fields);
    edits = List.copyOf(edits);
  }

  /// The key of the flag or the name of the environment.
  public String key() {
    return entity.key();
  }

  /// Whether anything in it needs a choice.
  public boolean hasConflict() {
    return conflict || fields.stream().anyMatch(ProposedField::conflict);
  }

  /// The edits for everything that is no conflict, and for the conflicts that are `taken` from the
  /// file.
  public List<Edit> edits(Predicate<ProposedField> taken) {
    var all = new ArrayList<>(edits);
    for (var field : fields) {
      if (!field.conflict() || taken.test(field)) {
        all.addAll(field.edits());
      }
    }
    return all;
  }
}
