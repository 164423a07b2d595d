package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Head;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// One lineage's changes in a database, from somewhere on.
final class ChainCursor implements Backlog.Chain<SQLException>, AutoCloseable {
  private static final String AFTER =
      "SELECT id, seq, last, hash, raw, past FROM change WHERE author=? AND seq>? ORDER BY seq";

  private final Statements statements;
  private final PreparedStatement statement;
  private final ReplicaNumbers numbers;
  private final ReplicaId lineage;
  private @Nullable ResultSet rows;
  private long left;
  private long id;

  /// @param left how many changes there are
  ChainCursor(Statements statements, ReplicaNumbers numbers, ReplicaId lineage, long left)
      throws SQLException {
    this.statements = statements;
    this.statement = statements.connection().prepareStatement(AFTER);
    this.numbers = numbers;
    this.lineage = lineage;
    this.left = left + 1;
  }

  /// @return whether there is a change after that number
  boolean start(long seq) throws SQLException {
    statement.setLong(1, numbers.numberOf(lineage));
    statement.setLong(2, seq);
    rows = statement.executeQuery();
    return advance();
  }

  @Override
  public boolean advance() throws SQLException {
    var present = open().next();
    id = present ? open().getLong(1) : Long.MAX_VALUE;
    left--;
    return present;
  }

  @Override
  public ReplicaId lineage() {
    return lineage;
  }

  @Override
  public long place() {
    return id;
  }

  @Override
  public long left() {
    return left;
  }

  @Override
  public byte[] raw() throws SQLException {
    return statements.bytes().of(id, open().getBytes(5), open().getBytes(4));
  }

  @Override
  public Head head() throws SQLException {
    return new Head(
        open().getLong(3), open().getLong(2), ChangeHash.of(open().getBytes(4)).prefix());
  }

  @Override
  public VersionVector past() throws SQLException {
    return numbers.decode(open().getBytes(6));
  }

  private ResultSet open() {
    var opened = rows;
    if (opened == null) {
      throw new IllegalStateException("not started");
    }
    return opened;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
