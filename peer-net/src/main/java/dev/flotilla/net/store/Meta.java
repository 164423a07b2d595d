package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/// Named values of a database.
final class Meta {
  private static final String WORKSPACE = "workspace";
  private static final String REPLICA = "replica";
  private static final String INVITER = "inviter";
  private static final String ARCHIVED = "archived";
  private static final String FINGERPRINT = "fingerprint";
  private static final String RENEWAL = "renewal";

  private final Statements statements;

  Meta(Statements statements) {
    this.statements = statements;
  }

  WorkspaceId workspace() throws SQLException {
    return WorkspaceId.of(required(WORKSPACE));
  }

  void setWorkspace(WorkspaceId workspace) throws SQLException {
    put(WORKSPACE, workspace.bytes());
  }

  /// Under which id this database authors. Never that of another database.
  ReplicaId replica() throws SQLException {
    return Codec.REPLICA_ID.decode(required(REPLICA));
  }

  void setReplica(ReplicaId replica) throws SQLException {
    put(REPLICA, Codec.REPLICA_ID.encode(replica));
  }

  /// Whose invitation this replica joined with; trusted until the first members are known.
  Optional<DeviceId> inviter() throws SQLException {
    return get(INVITER).map(DeviceId::of);
  }

  void setInviter(DeviceId inviter) throws SQLException {
    put(INVITER, inviter.bytes());
  }

  /// What the file was known by when it was opened last.
  Fingerprint fingerprint() throws SQLException {
    return Fingerprint.parse(
        new String(get(FINGERPRINT).orElse(new byte[0]), StandardCharsets.UTF_8));
  }

  void setFingerprint(Fingerprint fingerprint) throws SQLException {
    put(FINGERPRINT, fingerprint.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Why the replica id is not the first one, if the file was found to be a copy or rolled back.
  Optional<Renewal> renewal() throws SQLException {
    return get(RENEWAL).flatMap(text -> Renewal.parse(new String(text, StandardCharsets.UTF_8)));
  }

  void setRenewal(Renewal renewal) throws SQLException {
    put(RENEWAL, renewal.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// How many changes were left to the archive.
  long archived() throws SQLException {
    return get(ARCHIVED).map(b -> Long.parseLong(new String(b, StandardCharsets.UTF_8))).orElse(0L);
  }

  void setArchived(long changes) throws SQLException {
    put(ARCHIVED, Long.toString(changes).getBytes(StandardCharsets.UTF_8));
  }

  /// Whether nothing was ever committed to the log.
  boolean isLogEmpty() throws SQLException {
    return Sqlite.number(
            statements.connection(),
            "SELECT EXISTS(SELECT 1 FROM replica) OR EXISTS(SELECT 1 FROM change)")
        == 0;
  }

  Optional<byte[]> get(String key) throws SQLException {
    try (var row = statements.with("SELECT v FROM meta WHERE k=?", key).executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  void put(String key, byte[] value) throws SQLException {
    statements.update(
        "INSERT INTO meta(k, v) VALUES(?,?) ON CONFLICT(k) DO UPDATE SET v=excluded.v", key, value);
  }

  private byte[] required(String key) throws SQLException {
    return get(key).orElseThrow(() -> Sqlite.damage("it does not say its " + key));
  }
}
