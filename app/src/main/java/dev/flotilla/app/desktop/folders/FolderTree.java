package dev.flotilla.app.desktop.folders;

import dev.flotilla.model.Folder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which folder is in which, at one moment. Immutable; building it costs O(folders log folders).
final class FolderTree {
  static final FolderTree EMPTY = new FolderTree(List.of());

  private final Map<String, Folder> byKey = new HashMap<>();
  private final Map<Optional<String>, List<Folder>> below = new HashMap<>();
  private final Map<String, Integer> flags = new HashMap<>();

  FolderTree(List<Folder> folders) {
    for (Folder folder : folders) {
      byKey.put(folder.key(), folder);
      below.computeIfAbsent(folder.parent(), _ -> new ArrayList<>()).add(folder);
    }
    below
        .values()
        .forEach(list ->
            list.sort(
                Comparator.comparing(Folder::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Folder::key)));
    folders.forEach(this::count);
  }

  private void count(Folder folder) {
    Optional<Folder> at = Optional.of(folder);
    while (at.isPresent()) {
      flags.merge(at.get().key(), folder.flags(), Integer::sum);
      at = at.get().parent().map(byKey::get);
    }
  }

  Optional<Folder> folder(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// The folder and all below it.
  Set<String> within(String key) {
    Set<String> found = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(key));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (found.add(next)) {
        below.getOrDefault(Optional.of(next), List.of()).forEach(folder -> open.add(folder.key()));
      }
    }
    return found;
  }

  /// The lines to show, from top to bottom, when the folders in `opened` are open.
  List<FolderRow> rows(Set<String> opened) {
    List<FolderRow> rows = new ArrayList<>();
    List<FolderRow> open = new ArrayList<>(children(Optional.empty(), 0, opened).reversed());
    while (!open.isEmpty()) {
      FolderRow row = open.removeLast();
      rows.add(row);
      if (row.open()) {
        open.addAll(children(Optional.of(row.key()), row.depth() + 1, opened).reversed());
      }
    }
    return rows;
  }

  private List<FolderRow> children(Optional<String> parent, int depth, Set<String> opened) {
    return below.getOrDefault(parent, List.of()).stream()
        .map(folder -> {
          boolean hasFolders = below.containsKey(Optional.of(folder.key()));
          return new FolderRow(
              folder.key(),
              folder.name(),
              folder.path(),
              depth,
              flags.getOrDefault(folder.key(), 0),
              hasFolders,
              hasFolders && opened.contains(folder.key()),
              folder.conflicted());
        })
        .toList();
  }
}
