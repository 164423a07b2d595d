package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Edit;
import java.util.List;
import java.util.Optional;

/// A field that is one thing here and another in the file. An empty text stands for nothing.
///
/// @param field its name, or that of a set, as in [dev.flotilla.model.FieldNames]
/// @param base what the file said when it was written from here, if that is known
/// @param here what it is in the workspace
/// @param there what it becomes
/// @param conflict whether both sides have changed it since, so that somebody has to choose
/// @param rules the ids of the rules that give way to the file's expression; empty if none do
/// @param edits what makes it so; none in a flag that is created at once
public record ProposedField(
    String field,
    Optional<String> base,
    String here,
    String there,
    boolean conflict,
    String rules,
    List<Edit> edits) {
  public ProposedField {
    edits = List.copyOf(edits);
  }
}
