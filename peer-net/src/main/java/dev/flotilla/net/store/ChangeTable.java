package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Admission;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The log and what is kept beside it: authors and admissions. Through the writer's connection
/// only.
final class ChangeTable {
  private static final byte[] NOTHING = new byte[0];

  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final LineageTable lineages;

  ChangeTable(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
    this.lineages = new LineageTable(statements, numbers);
  }

  /// Appends to the log.
  ///
  /// @return the number of the change's row
  long append(Change change, AuthorHead after) throws SQLException {
    var author = numbers.find(after.author());
    if (author == null) {
      statements.update(
          "INSERT INTO replica(replica, device_key, name, seq, last, hash, past) VALUES(?,?,?,0,0,?,?)",
          Codec.REPLICA_ID.encode(after.author()),
          after.key().bytes(),
          after.deviceName(),
          NOTHING,
          NOTHING);
      author = numbers.numberOf(after.author());
      if (!after.lineage().isUnnamed()) {
        lineages.insert(after.lineage());
      }
    }
    var past = numbers.encode(after.past());
    var hash = change.hash().bytes();
    statements.update(
        "INSERT INTO change(author, seq, first, last, hash, wall, tick, past, raw) VALUES(?,?,?,?,?,?,?,?,?)",
        author,
        change.seq(),
        change.first(),
        change.last(),
        hash,
        change.at().wallMillis(),
        change.at().counter(),
        past,
        change.raw());
    long row = lastRow();
    statements.update(
        "UPDATE replica SET seq=?, last=?, hash=?, past=? WHERE id=?",
        change.seq(),
        change.last(),
        hash,
        past,
        author);
    for (var admission : Admissions.in(change, after.author())) {
      statements.update(
          "INSERT INTO admission(author, counter, device, role, wall, tick) VALUES(?,?,?,?,?,?)",
          author,
          admission.dot().counter(),
          admission.device().bytes(),
          admission.role().name(),
          change.at().wallMillis(),
          change.at().counter());
    }
    return row;
  }

  /// Forgets the bytes of changes that the archive has.
  ///
  /// @return how many had any
  long dropBytes(List<Long> rows) throws SQLException {
    var dropped = 0L;
    for (var row : rows) {
      dropped +=
          statements.update("UPDATE change SET raw=? WHERE id=? AND length(raw)>0", NOTHING, row);
    }
    return dropped;
  }

  private long lastRow() throws SQLException {
    try (var row = statements.with("SELECT last_insert_rowid()").executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws SQLException {
    return hash("SELECT hash FROM change WHERE author=? AND seq=?", author, seq);
  }

  Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws SQLException {
    return hash("SELECT hash FROM change WHERE author=? AND last=?", author, counter);
  }

  Optional<VersionVector> pastEndingAt(ReplicaId author, long counter) throws SQLException {
    var number = numbers.find(author);
    if (number == null) {
      return Optional.empty();
    }
    try (var row =
        statements
            .with("SELECT past FROM change WHERE author=? AND last=?", number, counter)
            .executeQuery()) {
      return row.next() ? Optional.of(numbers.decode(row.getBytes(1))) : Optional.empty();
    }
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

  /// Whether a change is there under whatever name. Cost: reads the hash of every change.
  boolean has(ChangeHash hash) throws SQLException {
    try (var row =
        statements.with("SELECT 1 FROM change WHERE hash=? LIMIT 1", hash.bytes()).executeQuery()) {
      return row.next();
    }
  }

  /// How far a replica went.
  HighWater.Mark mark(ReplicaId replica) throws SQLException {
    try (var row =
        statements
            .with("SELECT seq, hash FROM replica WHERE replica=?", Codec.REPLICA_ID.encode(replica))
            .executeQuery()) {
      return row.next()
          ? new HighWater.Mark(replica, row.getLong(1), ChangeHash.of(row.getBytes(2)))
          : HighWater.Mark.unused(replica);
    }
  }

  List<AuthorHead> authors() throws SQLException {
    var authors = new ArrayList<AuthorHead>();
    var forks = lineages.all();
    try (var rows =
        statements
            .with("SELECT replica, device_key, name, seq, last, hash, past FROM replica")
            .executeQuery()) {
      while (rows.next()) {
        authors.add(
            new AuthorHead(
                forks.get(Codec.REPLICA_ID.decode(rows.getBytes(1))),
                DeviceKey.of(rows.getBytes(2)),
                rows.getString(3),
                rows.getLong(4),
                rows.getLong(5),
                ChangeHash.of(rows.getBytes(6)),
                numbers.decode(rows.getBytes(7))));
      }
    }
    return authors;
  }

  List<Admission> admissions() throws SQLException {
    var admissions = new ArrayList<Admission>();
    try (var rows =
        statements
            .with("SELECT author, counter, device, role, wall, tick FROM admission")
            .executeQuery()) {
      while (rows.next()) {
        var dot = new Dot(numbers.idOf(rows.getLong(1)), rows.getLong(2));
        admissions.add(
            new Admission(
                DeviceId.of(rows.getBytes(3)),
                Role.valueOf(rows.getString(4)),
                new HybridTimestamp(rows.getLong(5), rows.getInt(6)),
                dot));
      }
    }
    return admissions;
  }

  /// The greatest timestamp in the log, or of one author in it; zero if there is none.
  HybridTimestamp newest(Optional<ReplicaId> author) throws SQLException {
    if (author.isEmpty()) {
      return timestamp("SELECT wall, tick FROM change ORDER BY wall DESC, tick DESC LIMIT 1");
    }
    var number = numbers.find(author.get());
    return number == null
        ? HybridTimestamp.ZERO
        : timestamp(
            "SELECT wall, tick FROM change WHERE author=? ORDER BY seq DESC LIMIT 1", number);
  }

  private HybridTimestamp timestamp(String sql, Object... parameters) throws SQLException {
    try (var row = statements.with(sql, parameters).executeQuery()) {
      return row.next() ? new HybridTimestamp(row.getLong(1), row.getInt(2)) : HybridTimestamp.ZERO;
    }
  }

  /// Compares the authors' heads with the ends of their chains.
  ///
  /// @return what is wrong, or an empty text. Cost: a few look-ups for each author.
  String contradiction() throws SQLException {
    try (var rows =
        statements
            .with(
                """
                SELECT count(*) FROM replica r
                WHERE (SELECT max(seq) FROM change c WHERE c.author = r.id) IS NOT r.seq
                  OR (SELECT max(last) FROM change c WHERE c.author = r.id) IS NOT r.last
                  OR (SELECT hash FROM change c WHERE c.author = r.id AND c.seq = r.seq) IS NOT r.hash
                """)
            .executeQuery()) {
      return rows.next() && rows.getLong(1) > 0
          ? "the log and its heads contradict each other"
          : "";
    }
  }

  VersionVector vector() throws SQLException {
    var vector = VersionVector.EMPTY;
    for (var author : authors()) {
      vector = vector.with(author.author(), author.last());
    }
    return vector;
  }
}
