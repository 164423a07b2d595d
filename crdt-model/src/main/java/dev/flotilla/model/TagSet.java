package dev.flotilla.model;

import java.util.List;
import java.util.SortedSet;

/// A named set of tags as it reads now. Immutable.
///
/// @param members by UTF-16 code units; looking one up costs O(log n), a range O(n / 512)
public record TagSet(
    String key,
    String description,
    String colour,
    SortedSet<String> members,
    LastChange lastChange,
    boolean conflicted) {

  /// The members in their order, each found by its place in O(log n).
  public List<String> memberList() {
    return members instanceof Members texts ? texts.asList() : List.copyOf(members);
  }

  /// The id of this tag set.
  public EntityId id() {
    return EntityId.tagSet(key);
  }
}
