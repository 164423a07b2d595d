package dev.flotilla.net.store;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.ChangeHash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Invitations given out by this device.
final class InvitationTable {
  private final Statements statements;

  InvitationTable(Statements statements) {
    this.statements = statements;
  }

  void add(byte[] secret, Role role, long madeMillis) throws SQLException {
    statements.update(
        "INSERT INTO invitation(hash, secret, role, made) VALUES(?,?,?,?)",
        key(secret),
        secret,
        role.name(),
        madeMillis);
  }

  List<StoredInvitation> all() throws SQLException {
    var invitations = new ArrayList<StoredInvitation>();
    try (var rows =
        statements.with("SELECT secret, role, used_by FROM invitation").executeQuery()) {
      while (rows.next()) {
        invitations.add(
            new StoredInvitation(
                Octets.of(rows.getBytes(1)),
                Role.valueOf(rows.getString(2)),
                Optional.ofNullable(rows.getBytes(3)).map(DeviceId::of)));
      }
    }
    return invitations;
  }

  void use(byte[] secret, DeviceId device, long usedMillis) throws SQLException {
    statements.update(
        "UPDATE invitation SET used_by=?, used=? WHERE hash=?",
        device.bytes(),
        usedMillis,
        key(secret));
  }

  private static byte[] key(byte[] secret) {
    return ChangeHash.ofBytes(secret).bytes();
  }
}
