package dev.flotilla.net.node;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import java.util.ArrayList;
import java.util.List;

/// What a backup holds.
///
/// @param workspace as it was when the backup was written
/// @param news the changes in it that somebody lacks, newest first by their authors' clocks
public record BackedUp(WorkspaceId id, Workspace workspace, List<LogEntry> news) {
  /// Changes that are read at once.
  private static final int PAGE = 500;

  public BackedUp {
    news = List.copyOf(news);
  }

  /// Reads all of a replica's log.
  static BackedUp of(Replica replica, VersionVector has) {
    var news = new ArrayList<LogEntry>();
    var page = replica.history().page(LogQuery.newest(PAGE));
    while (true) {
      for (var change : page.entries()) {
        if (!has.contains(new Dot(change.author(), change.first()))) {
          news.add(change);
        }
      }
      if (page.next().isEmpty()) {
        return new BackedUp(replica.id(), replica.workspace(), news);
      }
      page = replica.history().page(LogQuery.newest(PAGE).behind(page.next().get()));
    }
  }
}
