package dev.flotilla.net.store;

import dev.flotilla.net.change.ChangeRef;
import java.sql.SQLException;

/// A change's place in history, which is ordered by the authors' clocks, then by the order in which
/// this copy took the changes.
record LogPlace(long wall, long tick, long id) implements Comparable<LogPlace> {
  /// Before the first change.
  static final LogPlace FIRST = new LogPlace(-1, -1, -1);

  private static final String OF_CHANGE =
      "SELECT wall, tick, id FROM change WHERE author=? AND seq=?";

  /// Where a change is that somebody was shown.
  static LogPlace of(ChangeRef change, Statements statements, ReplicaNumbers numbers)
      throws SQLException {
    var number = numbers.find(change.author());
    if (number != null) {
      try (var row = statements.with(OF_CHANGE, number, change.seq()).executeQuery()) {
        if (row.next()) {
          return new LogPlace(row.getLong(1), row.getLong(2), row.getLong(3));
        }
      }
    }
    throw new IllegalArgumentException("no change of this log: " + change);
  }

  /// The newest first.
  @Override
  public int compareTo(LogPlace other) {
    var byWall = Long.compare(other.wall, wall);
    var byTick = byWall != 0 ? byWall : Long.compare(other.tick, tick);
    return byTick != 0 ? byTick : Long.compare(other.id, id);
  }
}
