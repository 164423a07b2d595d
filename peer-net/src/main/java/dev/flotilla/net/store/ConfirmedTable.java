package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What the other devices have on their disks for sure, as places in this log: whatever is no place
/// in it any more, since a fork was found or the database repaired, is not confirmed any more.
final class ConfirmedTable {
  private static final String ALL =
      """
      SELECT f.device, f.author, c.last, c.seq, c.hash FROM confirmed f
      JOIN change c ON c.author = f.author AND c.seq = f.seq
      """;

  private final Statements statements;
  private final ReplicaNumbers numbers;

  ConfirmedTable(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// Heads that are in this log.
  void put(DeviceId device, Heads heads) throws SQLException {
    for (var entry : heads.asMap().entrySet()) {
      statements.update(
          """
          INSERT INTO confirmed(device, author, seq) VALUES(?,?,?)
          ON CONFLICT(device, author) DO UPDATE SET seq=excluded.seq
          """,
          device.bytes(),
          numbers.numberOf(entry.getKey()),
          entry.getValue().seq());
    }
  }

  Map<DeviceId, Heads> all() throws SQLException {
    var found = new HashMap<DeviceId, TreeMap<ReplicaId, Head>>();
    try (var rows = statements.with(ALL).executeQuery()) {
      while (rows.next()) {
        var hash = ChangeHash.of(rows.getBytes(5));
        found
            .computeIfAbsent(DeviceId.of(rows.getBytes(1)), _ -> new TreeMap<>())
            .put(
                numbers.idOf(rows.getLong(2)),
                new Head(rows.getLong(3), rows.getLong(4), hash.prefix()));
      }
    }
    var confirmed = new HashMap<DeviceId, Heads>();
    found.forEach((device, heads) -> confirmed.put(device, Heads.of(heads)));
    return confirmed;
  }
}
