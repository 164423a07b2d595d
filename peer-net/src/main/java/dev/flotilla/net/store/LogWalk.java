package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.net.change.ChangeRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the log along history, from the oldest change to newer ones, and finds single changes. For
/// one thread at a time.
final class LogWalk {
  private static final String ROW =
      "SELECT c.id, c.raw, c.hash, c.past, r.name, c.author, c.wall, c.tick"
          + " FROM change c JOIN replica r ON r.id = c.author ";

  private static final String FOLLOWING =
      ROW
          + "WHERE (c.wall, c.tick, c.id) > (?, ?, ?) AND (c.wall, c.tick, c.id) <= (?, ?, ?)"
          + " ORDER BY c.wall, c.tick, c.id LIMIT ?";

  private static final String HOLDING =
      ROW + "WHERE c.author=? AND c.last>=? ORDER BY c.last LIMIT 1";

  private static final String COUNT =
      "SELECT count(*) FROM change WHERE (wall, tick, id) <= (?, ?, ?)";

  private final Statements statements;
  private final ReplicaNumbers numbers;

  LogWalk(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// See [History#following].
  List<LogRow> following(@Nullable ChangeRef after, ChangeRef last, int limit) throws SQLException {
    var from = after == null ? LogPlace.FIRST : LogPlace.of(after, statements, numbers);
    var to = LogPlace.of(last, statements, numbers);
    var found = new ArrayList<LogRow>();
    try (var rows =
        statements
            .with(
                FOLLOWING,
                from.wall(),
                from.tick(),
                from.id(),
                to.wall(),
                to.tick(),
                to.id(),
                limit)
            .executeQuery()) {
      while (rows.next()) {
        found.add(row(rows));
      }
    }
    return found;
  }

  /// See [History#countUpTo].
  long countUpTo(ChangeRef last) throws SQLException {
    var to = LogPlace.of(last, statements, numbers);
    try (var rows = statements.with(COUNT, to.wall(), to.tick(), to.id()).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// See [History#holding].
  Optional<LogRow> holding(Dot dot) throws SQLException {
    var number = numbers.find(dot.replica());
    if (number == null) {
      return Optional.empty();
    }
    try (var rows = statements.with(HOLDING, number, dot.counter()).executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      var row = row(rows);
      return row.change().first() <= dot.counter() ? Optional.of(row) : Optional.empty();
    }
  }

  private LogRow row(ResultSet rows) throws SQLException {
    var raw = statements.bytes().of(rows.getLong(1), rows.getBytes(2), rows.getBytes(3));
    return new LogRow(
        LogReader.decode(raw),
        numbers.idOf(rows.getLong(6)),
        rows.getString(5),
        numbers.decode(rows.getBytes(4)));
  }
}
