package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.PeerHeads;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Reads the committed log through a connection of its own. For one thread at a time. Every change
/// is compared with its hash before it is handed out.
final class LogReader implements AutoCloseable {
  private static final String AFTER =
      "SELECT id, seq, last, hash, raw FROM change WHERE author=? AND seq>? ORDER BY seq";
  private static final String ALL = "SELECT raw, hash, author, past FROM change ORDER BY id";

  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final LogPages pages;

  LogReader(Statements statements) {
    this.statements = statements;
    this.numbers = new ReplicaNumbers(statements);
    this.pages = new LogPages(statements, numbers);
  }

  /// What a replica with `theirs` lacks, in the order in which it was applied here, hence in causal
  /// order.
  LogSlice after(Heads theirs, int maxBytes) throws SQLException {
    Sqlite.execute(statements.connection(), "BEGIN");
    var cursors = new ArrayList<Cursor>();
    try {
      var here = LogHeads.read(statements, numbers);
      var placed = PeerHeads.placed(theirs, here);
      var told = here.toldBy(theirs, placed);
      return merge(open(here.heads(), placed, cursors), told, placed.strange(), maxBytes);
    } finally {
      for (var cursor : cursors) {
        cursor.close();
      }
      Sqlite.execute(statements.connection(), "COMMIT");
    }
  }

  private PriorityQueue<Cursor> open(Heads here, PeerHeads theirs, List<Cursor> opened)
      throws SQLException {
    var queue = new PriorityQueue<Cursor>();
    for (var head : here.asMap().entrySet()) {
      var known = theirs.seq(head.getKey());
      if (head.getValue().seq() > known) {
        var cursor = new Cursor(statements.connection().prepareStatement(AFTER), head.getKey());
        opened.add(cursor);
        if (cursor.start(numbers.numberOf(head.getKey()), known)) {
          queue.add(cursor);
        }
      }
    }
    return queue;
  }

  private static LogSlice merge(
      PriorityQueue<Cursor> queue,
      SortedMap<ReplicaId, Head> after,
      Set<ReplicaId> strange,
      int maxBytes)
      throws SQLException {
    var raw = new ArrayList<byte[]>();
    var bytes = 0L;
    while (!queue.isEmpty()) {
      var cursor = queue.remove();
      var next = cursor.raw();
      if (!raw.isEmpty() && bytes + next.length > maxBytes) {
        break;
      }
      raw.add(next);
      bytes += next.length;
      after.put(cursor.author(), cursor.head());
      if (cursor.advance()) {
        queue.add(cursor);
      }
    }
    return new LogSlice(raw, Heads.of(after), strange);
  }

  /// Part of the history, newest first by the authors' clocks.
  List<LogRow> page(LogFilter filter, int limit, int offset) throws SQLException {
    return pages.page(filter, limit, offset);
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

  /// Hands every change to `visitor`, in the order in which it was applied.
  void forEach(Visitor visitor) throws SQLException {
    try (var rows = statements.with(ALL).executeQuery()) {
      while (rows.next()) {
        visitor.visit(
            decode(checked(rows.getBytes(1), rows.getBytes(2))),
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

  static byte[] checked(byte[] raw, byte[] hash) throws SQLException {
    if (!ChangeHash.ofBytes(raw).equals(ChangeHash.of(hash))) {
      throw Sqlite.damage("a change differs from its hash");
    }
    return raw;
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }

  /// One author's changes, from somewhere on; ordered by the place in the log of the next one.
  private static final class Cursor implements Comparable<Cursor> {
    private final PreparedStatement statement;
    private final ReplicaId author;
    private @Nullable ResultSet rows;
    private long id;

    Cursor(PreparedStatement statement, ReplicaId author) {
      this.statement = statement;
      this.author = author;
    }

    boolean start(long number, long seq) throws SQLException {
      statement.setLong(1, number);
      statement.setLong(2, seq);
      rows = statement.executeQuery();
      return advance();
    }

    boolean advance() throws SQLException {
      var present = open().next();
      id = present ? open().getLong(1) : Long.MAX_VALUE;
      return present;
    }

    byte[] raw() throws SQLException {
      return checked(open().getBytes(5), open().getBytes(4));
    }

    Head head() throws SQLException {
      return new Head(
          open().getLong(3), open().getLong(2), ChangeHash.of(open().getBytes(4)).prefix());
    }

    ReplicaId author() {
      return author;
    }

    private ResultSet open() {
      var opened = rows;
      if (opened == null) {
        throw new IllegalStateException("not started");
      }
      return opened;
    }

    void close() throws SQLException {
      statement.close();
    }

    @Override
    public int compareTo(Cursor other) {
      return Long.compare(id, other.id);
    }
  }
}
