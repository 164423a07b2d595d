package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeRef;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which changes of the log to show.
///
/// @param entity only changes that write to it; null for all
/// @param authors only changes of these replicas; none for all
/// @param fromMillis only changes that their authors made then or later
/// @param untilMillis only changes that their authors made before
/// @param text only changes that have it in their message or in the key of what they write to,
///   whatever the case; empty for all
/// @param behind only changes that come behind this one, newest first; null for all
public record LogFilter(
    @Nullable EntityId entity,
    Set<ReplicaId> authors,
    long fromMillis,
    long untilMillis,
    String text,
    @Nullable ChangeRef behind) {
  /// Everything.
  public static final LogFilter ALL = new LogFilter(null, Set.of(), 0, Long.MAX_VALUE);

  public LogFilter {
    authors = Set.copyOf(authors);
    text = text.toLowerCase(Locale.ROOT);
  }

  /// Whatever the changes say, from the newest on.
  public LogFilter(
      @Nullable EntityId entity, Set<ReplicaId> authors, long fromMillis, long untilMillis) {
    this(entity, authors, fromMillis, untilMillis, "", null);
  }

  LogFilter behind(ChangeRef place) {
    return new LogFilter(entity, authors, fromMillis, untilMillis, text, place);
  }

  /// Whether the filter lets a change through, wherever in history it is.
  boolean includes(LogRow row) {
    var change = row.change();
    return (authors.isEmpty() || authors.contains(row.lineage()))
        && change.at().wallMillis() >= fromMillis
        && change.at().wallMillis() < untilMillis
        && (entity == null || change.written().contains(entity))
        && says(change);
  }

  /// Whether the change has the text.
  boolean says(Change change) {
    return text.isEmpty()
        || contains(change.message())
        || change.written().stream().anyMatch(id -> contains(id.key()));
  }

  private boolean contains(String other) {
    return other.toLowerCase(Locale.ROOT).contains(text);
  }
}
