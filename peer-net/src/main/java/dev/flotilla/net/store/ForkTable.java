package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Signed proof that a replica said two different things under one number.
final class ForkTable {
  /// For each replica. More proves nothing more.
  private static final int KEPT = 8;

  private final Statements statements;

  ForkTable(Statements statements) {
    this.statements = statements;
  }

  void add(Change change) throws SQLException {
    var author = Codec.REPLICA_ID.encode(change.author());
    if (count(author) < KEPT) {
      statements.update(
          "INSERT OR IGNORE INTO fork(author, seq, hash, raw) VALUES(?,?,?,?)",
          author,
          change.seq(),
          change.hash().bytes(),
          change.raw());
    }
  }

  List<ChangeRef> all() throws SQLException {
    var forks = new ArrayList<ChangeRef>();
    try (var rows =
        statements.with("SELECT author, min(seq) FROM fork GROUP BY author").executeQuery()) {
      while (rows.next()) {
        ReplicaId author = Codec.REPLICA_ID.decode(rows.getBytes(1));
        forks.add(new ChangeRef(author, rows.getLong(2)));
      }
    }
    return forks;
  }

  private long count(byte[] author) throws SQLException {
    try (var row =
        statements.with("SELECT count(*) FROM fork WHERE author=?", author).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
