package dev.flotilla.net.store;

import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.model.DeviceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the other devices acknowledged, and where they were reached. A hint that may be old.
final class PeerTable {
  private final Statements statements;

  PeerTable(Statements statements) {
    this.statements = statements;
  }

  void put(StoredPeer peer) throws SQLException {
    statements.update(
        """
        INSERT INTO acknowledgement(device, address, vector, seen) VALUES(?,?,?,?)
        ON CONFLICT(device) DO UPDATE SET address=excluded.address, vector=excluded.vector, seen=excluded.seen
        """,
        peer.device().bytes(),
        peer.address(),
        Canonical.VERSION_VECTOR.encode(peer.vector()),
        peer.seen().toEpochMilli());
  }

  List<StoredPeer> all() throws SQLException {
    var peers = new ArrayList<StoredPeer>();
    try (var rows =
        statements
            .with("SELECT device, address, vector, seen FROM acknowledgement")
            .executeQuery()) {
      while (rows.next()) {
        peers.add(
            new StoredPeer(
                DeviceId.of(rows.getBytes(1)),
                rows.getString(2),
                Canonical.VERSION_VECTOR.decode(rows.getBytes(3)),
                Instant.ofEpochMilli(rows.getLong(4))));
      }
    }
    return peers;
  }
}
