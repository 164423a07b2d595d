package dev.flotilla.model;

import java.util.Optional;

/// A folder of flags, as it reads now. Immutable.
///
/// @param name what people call it
/// @param parent the key of the folder it shows in: the nearest one that is there; none at the top
/// @param path the names from the top to this folder, separated by ` / `; where that would be too
///   long to show, `…` stands for the first of them
/// @param flags how many flags are directly in it
/// @param conflicted whether a field, its place or its presence is in conflict
public record Folder(
    String key,
    String name,
    String description,
    Optional<String> parent,
    String path,
    int flags,
    LastChange lastChange,
    boolean conflicted) {

  /// The id of this folder.
  public EntityId id() {
    return EntityId.folder(key);
  }

  Folder at(Optional<String> newParent, String newPath, int newFlags, boolean nowConflicted) {
    return new Folder(
        key, name, description, newParent, newPath, newFlags, lastChange, nowConflicted);
  }

  /// Where what is in a folder shows: the folder itself, or the nearest one around it that is not
  /// deleted; none: the top level.
  public static Optional<String> shown(Workspace workspace, String key) {
    return Folders.shown(workspace, Optional.of(key));
  }
}
