package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.store.LogFilter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which part of the history to read, newest first by the authors' clocks.
///
/// @param limit at most this many entries
/// @param offset how many of the newest to leave out
/// @param entity only changes that write to this entity; null is all
/// @param authors only changes of these replicas; none is all
/// @param from only changes that were made then or later; null is all
/// @param until only changes that were made before; null is all
/// @param text only changes that have it in their message or in the key of what they write to,
///   whatever the case; empty is all
/// @param behind only changes that come behind this one, which costs less than an offset; null is
///   all
public record LogQuery(
    int limit,
    int offset,
    @Nullable EntityId entity,
    Set<ReplicaId> authors,
    @Nullable Instant from,
    @Nullable Instant until,
    String text,
    @Nullable ChangeRef behind) {
  public LogQuery {
    if (limit < 0 || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
    }
    authors = Set.copyOf(authors);
  }

  public static LogQuery newest(int limit) {
    return new LogQuery(limit, 0, null, Set.of(), null, null, "", null);
  }

  public LogQuery after(int newOffset) {
    return new LogQuery(limit, newOffset, entity, authors, from, until, text, behind);
  }

  public LogQuery about(EntityId newEntity) {
    return new LogQuery(limit, offset, newEntity, authors, from, until, text, behind);
  }

  public LogQuery by(ReplicaId newAuthor) {
    return by(Set.of(newAuthor));
  }

  /// @param newAuthors for example all replicas of one device
  public LogQuery by(Set<ReplicaId> newAuthors) {
    return new LogQuery(limit, offset, entity, newAuthors, from, until, text, behind);
  }

  public LogQuery from(Instant newFrom) {
    return new LogQuery(limit, offset, entity, authors, newFrom, until, text, behind);
  }

  public LogQuery until(Instant newUntil) {
    return new LogQuery(limit, offset, entity, authors, from, newUntil, text, behind);
  }

  public LogQuery containing(String newText) {
    return new LogQuery(limit, offset, entity, authors, from, until, newText, behind);
  }

  public LogQuery behind(ChangeRef change) {
    return new LogQuery(limit, offset, entity, authors, from, until, text, change);
  }

  LogFilter filter() {
    return new LogFilter(
        entity,
        authors,
        from == null ? LogFilter.ALL.fromMillis() : Math.max(0, from.toEpochMilli()),
        until == null ? LogFilter.ALL.untilMillis() : until.toEpochMilli(),
        text,
        behind);
  }
}
