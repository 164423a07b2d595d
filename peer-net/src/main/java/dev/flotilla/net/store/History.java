package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The committed log, for any thread.
public interface History {
  /// What a replica with `theirs` lacks, in causal order: as much as fits into `maxBytes`, but at
  /// least one change if anything is lacking.
  LogSlice after(Heads theirs, int maxBytes) throws StoreException;

  /// The hash of the author's change with this number. A history that does not look it up has none.
  default Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
    return Optional.empty();
  }

  /// The hash of the author's change whose last operation has this counter; the same holds.
  default Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
    return Optional.empty();
  }

  /// Whether the log has the newest change of everybody that `told` names, also if it has another
  /// name here since a fork became known. A history that does not look it up has not.
  default boolean holds(Heads told) throws StoreException {
    return false;
  }

  /// Part of the history, newest first by the authors' clocks.
  ///
  /// @param author whose changes; null for all
  List<LogRow> page(@Nullable ReplicaId author, int limit, int offset) throws StoreException;

  /// The same of the changes that a filter lets through. Costs the length of the history, unless
  /// there is an index.
  default List<LogRow> matching(LogFilter filter, int limit, int offset) throws StoreException {
    return page(null, Integer.MAX_VALUE, 0).stream()
        .filter(filter::includes)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  /// The same, from the change on that the filter names. Much is read for a text that is rare, so a
  /// part may end before it is full: ask on.
  default LogPart part(LogFilter filter, int limit) throws StoreException {
    var found = new ArrayList<LogRow>();
    var isReached = filter.behind() == null;
    for (var row : page(null, Integer.MAX_VALUE, 0)) {
      if (isReached && filter.includes(row)) {
        found.add(row);
        if (found.size() == limit) {
          return new LogPart(found, Optional.of(row.ref()));
        }
      }
      isReached |= row.ref().equals(filter.behind());
    }
    return new LogPart(found, Optional.empty());
  }

  /// The changes between two places of history, oldest first.
  ///
  /// @param after begins behind it; null to begin with the oldest
  /// @param last ends with it
  default List<LogRow> following(@Nullable ChangeRef after, ChangeRef last, int limit)
      throws StoreException {
    var found = new ArrayList<LogRow>();
    var isReached = after == null;
    for (var row : page(null, Integer.MAX_VALUE, 0).reversed()) {
      if (isReached && found.size() < limit) {
        found.add(row);
      }
      if (row.ref().equals(last)) {
        break;
      }
      isReached |= row.ref().equals(after);
    }
    return found;
  }

  /// How many changes there are from the oldest one up to this one.
  default long countUpTo(ChangeRef last) throws StoreException {
    return following(null, last, Integer.MAX_VALUE).size();
  }

  /// The change that an operation belongs to.
  ///
  /// @param dot as the log names it
  default Optional<LogRow> holding(Dot dot) throws StoreException {
    return page(null, Integer.MAX_VALUE, 0).stream()
        .filter(row ->
            row.lineage().equals(dot.replica())
                && row.change().first() <= dot.counter()
                && dot.counter() <= row.change().last())
        .findFirst();
  }

  /// Copies old changes into the archive, some at a time; they are on disk there when this returns.
  /// One caller at a time.
  ///
  /// @param everywhere what every member has; others stay
  /// @param fromMillis older ones, by their authors' clocks, are not looked at
  /// @param beforeMillis newer ones stay
  default Archived archive(VersionVector everywhere, long fromMillis, long beforeMillis)
      throws StoreException {
    return new Archived(List.of(), beforeMillis);
  }

  /// What was copied into the archive.
  ///
  /// @param rows of the log, for [ReplicaStore#leaveToArchive]; none if there are no more
  /// @param nextMillis where to go on once they are left to it
  record Archived(List<Long> rows, long nextMillis) {
    public Archived {
      rows = List.copyOf(rows);
    }
  }

  /// Writes a backup of what is committed: one file, without anything that only this copy may use.
  /// The database stays in use meanwhile.
  ///
  /// @param target must not be there
  default void backup(Path target) throws StoreException {
    throw new StoreException(
        StoreException.Kind.FAILED, "There is no file to back up to " + target + ".");
  }
}
