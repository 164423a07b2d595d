package dev.flotilla.model;

import java.util.SortedSet;

/// A named set of tags as it reads now. Immutable.
public record TagSet(
    String key,
    String description,
    String colour,
    SortedSet<String> members,
    LastChange lastChange,
    boolean conflicted) {

  /// The id of this tag set.
  public EntityId id() {
    return EntityId.tagSet(key);
  }
}
