package dev.flotilla.model;

import java.util.SortedMap;

/// A place where flags are used, such as production, as it reads now. Immutable.
///
/// @param order where it stands among the others, smallest first
/// @param isProtected whether people want to be asked before they change flags there
/// @param evaluators shared targeting rules: name and JSON text
public record Environment(
    String name,
    int order,
    boolean isProtected,
    SortedMap<String, String> evaluators,
    SortedMap<String, Value> metadata,
    LastChange lastChange,
    boolean conflicted) {

  /// The id of this environment.
  public EntityId id() {
    return EntityId.environment(name);
  }
}
