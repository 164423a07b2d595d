package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.PeerHeads;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the committed log through a connection of its own. For one thread at a time. Every change
/// is compared with its hash before it is handed out.
final class LogReader implements AutoCloseable {
  private static final String ALL = "SELECT raw, hash, author, past, id FROM change ORDER BY id";

  private static final String OLD =
      """
      SELECT id, author, last, wall, raw, hash FROM change
      WHERE wall>=? AND wall<? AND length(raw)>0 ORDER BY wall, tick
      """;

  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final LogPages pages;
  private final LogWalk walk;

  LogReader(Statements statements) {
    this.statements = statements;
    this.numbers = new ReplicaNumbers(statements);
    this.pages = new LogPages(statements, numbers);
    this.walk = new LogWalk(statements, numbers);
  }

  /// What a replica with `theirs` lacks, in causal order.
  LogSlice after(Heads theirs, int maxBytes) throws SQLException {
    Sqlite.execute(statements.connection(), "BEGIN");
    var cursors = new ArrayList<ChainCursor>();
    try {
      var here = LogHeads.read(statements, numbers);
      var placed = PeerHeads.placed(theirs, here);
      var lacking = open(here.heads(), placed, cursors);
      return new Backlog<>(lacking, lineage -> here.counterAt(lineage, placed.seq(lineage)))
          .next(here.toldBy(theirs, placed), placed.strange(), maxBytes);
    } finally {
      try {
        for (var cursor : cursors) {
          cursor.close();
        }
      } finally { // else this reader would see the log of this moment for ever
        Sqlite.execute(statements.connection(), "COMMIT");
      }
    }
  }

  private List<ChainCursor> open(Heads here, PeerHeads theirs, List<ChainCursor> opened)
      throws SQLException {
    var lacking = new ArrayList<ChainCursor>();
    for (var head : here.asMap().entrySet()) {
      var known = theirs.seq(head.getKey());
      var left = head.getValue().seq() - known;
      if (left > 0) {
        var cursor = new ChainCursor(statements, numbers, head.getKey(), left);
        opened.add(cursor);
        if (cursor.start(known)) {
          lacking.add(cursor);
        }
      }
    }
    return lacking;
  }

  /// See [History#holds].
  boolean holds(Heads told) throws SQLException {
    Sqlite.execute(statements.connection(), "BEGIN");
    try {
      return PeerHeads.areHere(told, LogHeads.read(statements, numbers));
    } finally {
      Sqlite.execute(statements.connection(), "COMMIT");
    }
  }

  /// Part of the history, newest first by the authors' clocks.
  List<LogRow> page(LogFilter filter, int limit, int offset) throws SQLException {
    return pages.page(filter, limit, offset);
  }

  /// See [History#part].
  LogPart part(LogFilter filter, int limit) throws SQLException {
    return pages.part(filter, limit);
  }

  LogWalk walk() {
    return walk;
  }

  Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws SQLException {
    return hash("SELECT hash FROM change WHERE author=? AND seq=?", author, seq);
  }

  Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws SQLException {
    return hash("SELECT hash FROM change WHERE author=? AND last=?", author, counter);
  }

  private Optional<ChangeHash> hash(String sql, ReplicaId author, long place) throws SQLException {
    var number = numbers.find(author);
    if (number == null) {
      return Optional.empty();
    }
    try (var row = statements.with(sql, number, place).executeQuery()) {
      return row.next() ? Optional.of(ChangeHash.of(row.getBytes(1))) : Optional.empty();
    }
  }

  /// Changes whose bytes lie in the log and that may go into the archive, by the numbers of their
  /// rows.
  ///
  /// @param everywhere what every member has
  /// @param fromMillis where to begin, by the authors' clocks
  /// @param beforeMillis newer ones stay
  OldChanges old(VersionVector everywhere, long fromMillis, long beforeMillis, int maxBytes)
      throws SQLException {
    var found = new TreeMap<Long, byte[]>();
    var bytes = 0L;
    var next = beforeMillis;
    try (var rows = statements.with(OLD, fromMillis, beforeMillis).executeQuery()) {
      while (rows.next()) {
        if (bytes >= maxBytes) {
          next = Math.min(next, rows.getLong(4));
          break;
        }
        if (everywhere.get(numbers.idOf(rows.getLong(2))) < rows.getLong(3)) {
          next = Math.min(next, rows.getLong(4));
          continue;
        }
        var id = rows.getLong(1);
        var raw = statements.bytes().of(id, rows.getBytes(5), rows.getBytes(6));
        found.put(id, raw);
        bytes += raw.length;
      }
    }
    return new OldChanges(found, next);
  }

  /// @param bytes by row
  /// @param nextMillis where to look for more
  record OldChanges(SortedMap<Long, byte[]> bytes, long nextMillis) {}

  /// Hands every change to `visitor`, in the order in which it was applied.
  void forEach(Visitor visitor) throws SQLException {
    try (var rows = statements.with(ALL).executeQuery()) {
      while (rows.next()) {
        visitor.visit(
            decode(statements.bytes().of(rows.getLong(5), rows.getBytes(1), rows.getBytes(2))),
            numbers.idOf(rows.getLong(3)),
            numbers.decode(rows.getBytes(4)));
      }
    }
  }

  /// Takes changes; may fail as the database does.
  interface Visitor {
    /// @param lineage the one that the change belongs to
    /// @param past what it has seen
    void visit(Change change, ReplicaId lineage, VersionVector past) throws SQLException;
  }

  static Change decode(byte[] raw) throws SQLException {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded.Malformed(var reason, _) ->
          throw Sqlite.damage("a change is damaged: " + reason);
    };
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
