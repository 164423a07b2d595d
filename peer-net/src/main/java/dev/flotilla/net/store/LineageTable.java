package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.net.change.Lineage;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.Split;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which rows of `replica` are branches of a fork, and how a lineage becomes two.
final class LineageTable {
  private static final int PASTS_AT_ONCE = 1000;
  private static final byte[] NO_REPLICA = new byte[0];

  private final Statements statements;
  private final ReplicaNumbers numbers;

  LineageTable(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// The lineages of authors who forked.
  Lineages all() throws SQLException {
    var named = byReplica();
    if (named.isEmpty()) {
      return Lineages.NONE;
    }
    try (var rows = statements.with("SELECT replica FROM replica").executeQuery()) {
      while (rows.next()) {
        var id = Codec.REPLICA_ID.decode(rows.getBytes(1));
        named.putIfAbsent(id, Lineage.whole(id));
      }
    }
    return Lineages.of(named.values());
  }

  private Map<ReplicaId, Lineage> byReplica() throws SQLException {
    var found = new HashMap<ReplicaId, Lineage>();
    try (var rows =
        statements
            .with("SELECT id, author, parent, base_seq, base_last FROM lineage")
            .executeQuery()) {
      while (rows.next()) {
        var id = numbers.idOf(rows.getLong(1));
        var parent = rows.getLong(3);
        var hasParent = !rows.wasNull();
        found.put(
            id,
            new Lineage(
                id,
                Codec.REPLICA_ID.decode(rows.getBytes(2)),
                hasParent ? Optional.of(numbers.idOf(parent)) : Optional.empty(),
                rows.getLong(4),
                rows.getLong(5)));
      }
    }
    return found;
  }

  /// Remembers a branch whose row in `replica` is there.
  void insert(Lineage lineage) throws SQLException {
    statements.update(
        """
        INSERT INTO lineage(id, author, parent, base_seq, base_last)
        VALUES(?, ?, (SELECT id FROM replica WHERE replica=?), ?, ?)
        """,
        numbers.numberOf(lineage.id()),
        Codec.REPLICA_ID.encode(lineage.author()),
        lineage.parent().map(Codec.REPLICA_ID::encode).orElse(NO_REPLICA),
        lineage.baseSeq(),
        lineage.baseCounter());
  }

  /// Moves what comes after a change to a lineage of its own, wherever the log and its heads name
  /// it. The state is to be built again.
  void split(Split split) throws SQLException {
    long from = numbers.numberOf(split.lineage().id());
    statements.update(
        "INSERT INTO replica(replica, device_key, name, seq, last, hash, past) SELECT ?, device_key, name, seq, last, hash, past FROM replica WHERE id=?",
        Codec.REPLICA_ID.encode(split.tail().id()),
        from);
    long tail = numbers.numberOf(split.tail().id());
    statements.update(
        "UPDATE change SET author=? WHERE author=? AND seq>?", tail, from, split.seq());
    statements.update(
        "UPDATE admission SET author=? WHERE author=? AND counter>?", tail, from, split.counter());
    statements.update("UPDATE lineage SET parent=? WHERE parent=?", tail, from);
    renamePasts(split, tail);
    renameConfirmed(split, from, tail);
    statements.update("DELETE FROM frozen WHERE author=?", from); // part of the state
    if (split.seq() == 0) {
      statements.update("DELETE FROM lineage WHERE id=?", from);
      statements.update("DELETE FROM replica WHERE id=?", from);
    } else {
      statements.update(
          """
          UPDATE replica SET (seq, last, hash, past) =
            (SELECT seq, last, hash, past FROM change WHERE author=?1 AND seq=?2) WHERE id=?1
          """,
          from,
          split.seq());
    }
    insert(split.tail());
    numbers.clear();
  }

  /// Who has a change of the tail has all before it.
  private void renameConfirmed(Split split, long from, long tail) throws SQLException {
    statements.update(
        "INSERT INTO confirmed(device, author, seq) SELECT device, ?, seq FROM confirmed WHERE author=? AND seq>?",
        tail,
        from,
        split.seq());
    if (split.seq() == 0) {
      statements.update("DELETE FROM confirmed WHERE author=?", from);
    } else {
      statements.update(
          "UPDATE confirmed SET seq=? WHERE author=? AND seq>?", split.seq(), from, split.seq());
    }
  }

  /// Only who came after the tail's first change can have seen it.
  private void renamePasts(Split split, long tail) throws SQLException {
    var at = 0L;
    try (var row =
        statements.with("SELECT min(id) FROM change WHERE author=?", tail).executeQuery()) {
      at = row.next() ? row.getLong(1) - 1 : 0;
    }
    var some = renamed("SELECT id, past FROM change WHERE id>? ORDER BY id LIMIT ?", split, at);
    while (some.last() > at) {
      for (var past : some.pasts().entrySet()) {
        statements.update("UPDATE change SET past=? WHERE id=?", past.getValue(), past.getKey());
      }
      at = some.last();
      some = renamed("SELECT id, past FROM change WHERE id>? ORDER BY id LIMIT ?", split, at);
    }
    var heads =
        renamed("SELECT id, past FROM replica WHERE id>? ORDER BY id LIMIT ?", split, 0).pasts();
    for (var past : heads.entrySet()) {
      statements.update("UPDATE replica SET past=? WHERE id=?", past.getValue(), past.getKey());
    }
  }

  private record Renamed(Map<Long, byte[]> pasts, long last) {}

  private Renamed renamed(String sql, Split split, long after) throws SQLException {
    var pasts = new HashMap<Long, byte[]>();
    var last = after;
    try (var rows = statements.with(sql, after, PASTS_AT_ONCE).executeQuery()) {
      while (rows.next()) {
        last = rows.getLong(1);
        var before = numbers.decode(rows.getBytes(2));
        var now = split.rename(before);
        if (!now.equals(before)) {
          pasts.put(last, numbers.encode(now));
        }
      }
    }
    return new Renamed(pasts, last);
  }
}
