package dev.flotilla.net.store;

import dev.flotilla.crdt.time.HybridClock;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Lineages;
import java.util.List;

/// What an opened database holds.
///
/// @param clock as far as the log tells: the newest own timestamp and the newest of all
public record LoadedLog(
    List<AuthorHead> authors, Admissions admissions, Workspace workspace, HybridClock clock) {
  public LoadedLog {
    authors = List.copyOf(authors);
  }

  /// The forks among the authors.
  public Lineages lineages() {
    return Lineages.of(authors.stream().map(AuthorHead::lineage).toList());
  }
}
