package dev.flotilla.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The edits that put folders where they are in another workspace. From the top down: what a folder
/// is put into is at its place by then, so that no step makes a cycle.
final class FoldersBetween {
  private final EditsBetween edits;

  FoldersBetween(EditsBetween edits) {
    this.edits = edits;
  }

  /// @param differing entities that are not the same in both
  List<Edit> edits(Collection<EntityId> differing) {
    if (differing.stream().noneMatch(id -> id.kind().equals(EntityId.FOLDER))) {
      return List.of();
    }
    var now = edits.now();
    var folders = new ArrayList<>(edits.wanted().folders());
    folders.sort(Comparator.comparingInt(this::depth).thenComparing(Folder::key));
    var all = new ArrayList<Edit>();
    var strays = new ArrayList<Edit>();
    for (var folder : folders) {
      var parent = folder.parent().filter(key -> edits.existsAfter(EntityId.folder(key)));
      if (!now.exists(folder.id())) {
        if (edits.existsAfter(folder.id())) {
          all.add(new Edit.CreateFolder(folder.key(), folder.name(), parent));
        }
      } else if (edits.isInScope(FolderEditing.parentSlot(folder.key()))) {
        var move = new Edit.MoveFolder(folder.key(), parent);
        if (!Folders.parent(now, folder.key()).equals(parent)) {
          all.add(move);
        } else if (!now.folderTree().tree().parent(folder.key()).equals(parent)) {
          strays.add(move);
          all.add(move);
        }
      }
    }
    // A folder in a deleted one shows where it should already. It only moves if others do, which
    // may be around the deleted one.
    return all.size() == strays.size() ? List.of() : all;
  }

  private int depth(Folder folder) {
    int depth = 0;
    for (var at = folder.parent(); at.isPresent(); at = parent(at.get())) {
      depth++;
    }
    return depth;
  }

  private Optional<String> parent(String folder) {
    return Folders.parent(edits.wanted(), folder);
  }
}
