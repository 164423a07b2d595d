package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which changes of the log to show.
///
/// @param entity only changes that write to it; null for all
/// @param authors only changes of these replicas; none for all
/// @param fromMillis only changes that their authors made then or later
/// @param untilMillis only changes that their authors made before
public record LogFilter(
    @Nullable EntityId entity, Set<ReplicaId> authors, long fromMillis, long untilMillis) {
  /// Everything.
  public static final LogFilter ALL = new LogFilter(null, Set.of(), 0, Long.MAX_VALUE);

  public LogFilter {
    authors = Set.copyOf(authors);
  }

  boolean includes(LogRow row) {
    var change = row.change();
    return (authors.isEmpty() || authors.contains(row.lineage()))
        && change.at().wallMillis() >= fromMillis
        && change.at().wallMillis() < untilMillis
        && (entity == null || change.written().contains(entity));
  }
}
