package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.session.People;
import dev.flotilla.model.Folder;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a query is asked of.
///
/// @param now when it is asked, for ages
/// @param zone in which days begin and end
public record FilterContext(Workspace workspace, People people, Instant now, ZoneId zone) {
  Set<String> members(String tagSet) {
    return tagSet(tagSet).map(set -> (Set<String>) set.members()).orElse(Set.of());
  }

  Optional<TagSet> tagSet(String name) {
    Optional<TagSet> exact = workspace.tagSet(name);
    return exact.isPresent()
        ? exact
        : workspace.tagSets().stream().filter(set -> set.key().equalsIgnoreCase(name)).findFirst();
  }

  boolean isBeginningOfTagSet(String name) {
    return workspace.tagSets().stream()
        .anyMatch(set -> set.key().regionMatches(true, 0, name, 0, name.length()));
  }

  /// The folder and those above it, nearest first.
  List<Folder> folders(Optional<String> key) {
    var path = new ArrayList<Folder>();
    Optional<Folder> at = key.flatMap(workspace::folder);
    while (at.isPresent() && !path.contains(at.get())) {
      path.add(at.get());
      at = at.get().parent().flatMap(workspace::folder);
    }
    return path;
  }
}
