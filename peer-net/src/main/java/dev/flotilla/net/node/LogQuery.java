package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import org.jspecify.annotations.Nullable;

/// Which part of the history to read, newest first.
///
/// @param limit at most this many entries
/// @param offset how many of the newest to leave out
/// @param entity only changes that write to this entity; null is all. Cost then: the length of the
///   history.
/// @param author only changes of this replica; null is all
public record LogQuery(
    int limit, int offset, @Nullable EntityId entity, @Nullable ReplicaId author) {
  public LogQuery {
    if (limit < 0 || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
    }
  }

  public static LogQuery newest(int limit) {
    return new LogQuery(limit, 0, null, null);
  }

  public LogQuery after(int newOffset) {
    return new LogQuery(limit, newOffset, entity, author);
  }

  public LogQuery about(EntityId newEntity) {
    return new LogQuery(limit, offset, newEntity, author);
  }

  public LogQuery by(ReplicaId newAuthor) {
    return new LogQuery(limit, offset, entity, newAuthor);
  }
}
