package dev.flotilla.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where folders and flags show: what is in a deleted folder shows in the nearest one around it
/// that is there.
final class Folders {
  private static final String SEPARATOR = " / ";

  /// Stands for the names that a path has no room for.
  private static final String OMITTED = "…";

  /// UTF-16 units of a path. Without a limit, the paths of a long chain of folders would take the
  /// square of its length.
  private static final int PATH_LENGTH_MAX = 1024;

  private Folders() {}

  /// The folder itself if it is there, else the nearest one around it that is; none at the top.
  static Optional<String> shown(Workspace workspace, Optional<String> folder) {
    var at = folder;
    while (at.isPresent() && !workspace.exists(EntityId.folder(at.get()))) {
      at = workspace.folderTree().tree().parent(at.get());
    }
    return at;
  }

  /// The folder that one shows in.
  static Optional<String> parent(Workspace workspace, String folder) {
    return shown(workspace, workspace.folderTree().tree().parent(folder));
  }

  /// All folders that are there, by path.
  static List<Folder> all(Workspace workspace, List<Flag> flags) {
    var counts = new HashMap<String, Integer>();
    flags.forEach(flag -> flag.folder().ifPresent(key -> counts.merge(key, 1, Integer::sum)));
    var bare = new HashMap<String, Folder>();
    for (var id : workspace.index().ids(EntityId.FOLDER)) {
      if (workspace.view(id) instanceof View.OfFolder(var folder)) {
        bare.put(folder.key(), folder);
      }
    }
    var folders = new ArrayList<Folder>(bare.size());
    for (var folder : bare.values()) {
      folders.add(
          folder.at(
              parent(workspace, folder.key()),
              path(workspace, bare, folder),
              counts.getOrDefault(folder.key(), 0),
              !workspace.conflicts(folder.id()).isEmpty()));
    }
    folders.sort(Comparator.comparing(Folder::path).thenComparing(Folder::key));
    return List.copyOf(folders);
  }

  /// No edit makes a name so long, but another program may.
  private static String shortened(String name) {
    return name.length() <= PATH_LENGTH_MAX
        ? name
        : name.substring(0, name.offsetByCodePoints(0, PATH_LENGTH_MAX / 2)) + OMITTED;
  }

  private static String path(Workspace workspace, Map<String, Folder> bare, Folder folder) {
    var names = new ArrayList<String>();
    names.add(shortened(folder.name()));
    int length = names.getFirst().length();
    for (var at = parent(workspace, folder.key());
        at.isPresent();
        at = parent(workspace, at.get())) {
      var around = bare.get(at.get());
      var name = around == null ? at.get() : around.name();
      length += SEPARATOR.length() + name.length();
      if (length > PATH_LENGTH_MAX) {
        names.add(OMITTED);
        break;
      }
      names.add(name);
    }
    return String.join(SEPARATOR, names.reversed());
  }

  /// The folder with this key.
  static Optional<Folder> named(String key, List<Folder> folders) {
    return folders.stream().filter(folder -> folder.key().equals(key)).findFirst();
  }
}
