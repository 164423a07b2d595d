package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/// Backups: a database, with what lies in its archive, without what belongs to the one copy that it
/// was made from, which are the fingerprint of its file, what peers acknowledged, and the secrets
/// of invitations. The device's key was never in it.
final class BackupFile {
  private static final String MAIN_FILE = "SELECT file FROM pragma_database_list WHERE name='main'";
  private static final String LACKING =
      "SELECT id, hash FROM change WHERE id>? AND length(raw)=0 ORDER BY id LIMIT 1000";

  private static final byte[] NOTHING = new byte[0];

  private BackupFile() {}

  /// Writes what is committed, in one file, while the database is in use.
  ///
  /// @param target must not be there; appears whole or not at all
  static void write(Connection reader, Path target) throws SQLException, IOException {
    var draft = DamagedFile.sibling(target, ".draft");
    Files.deleteIfExists(draft);
    try {
      try (var statement = reader.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, draft.toString());
        statement.execute();
      }
      try (var statements = new Statements(Sqlite.openWriter(draft))) {
        var source = Path.of(Sqlite.text(reader, MAIN_FILE));
        // What is deleted is overwritten, and the whole file is on disk once this commits.
        Sqlite.execute(statements.connection(), "PRAGMA secure_delete=ON");
        Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
        makeWhole(statements, source);
        strip(statements);
        Sqlite.execute(statements.connection(), "COMMIT");
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Copies a backup, checks all of it, and gives the copy an identity of its own.
  ///
  /// @return which workspace it holds
  static StoreIdentity read(Path backup, Path copy, ReplicaId fresh)
      throws SQLException, IOException, StoreException {
    FileCheck.header(backup);
    Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
    var log = DamagedFile.sibling(backup, "-wal");
    if (Files.exists(log)) { // no backup of ours, but the database of a program that was killed
      Files.copy(log, DamagedFile.sibling(copy, "-wal"), StandardCopyOption.REPLACE_EXISTING);
    }
    try (var statements = new Statements(Sqlite.openWriter(copy))) {
      var connection = statements.connection();
      Schema.check(backup, connection);
      requireSound(FileCheck.damage(connection));
      Sqlite.enableWal(connection);
      Sqlite.execute(connection, "BEGIN IMMEDIATE");
      makeWhole(statements, backup);
      Sqlite.execute(connection, "COMMIT");
      new Migration(statements).run();
      var numbers = new ReplicaNumbers(statements);
      requireSound(new ChangeTable(statements, numbers).contradiction());
      requireSound(new LogCheck(statements, numbers).contradiction());
      var meta = new Meta(statements);
      Sqlite.execute(connection, "BEGIN IMMEDIATE");
      strip(statements);
      meta.setReplica(fresh);
      meta.setFingerprint(Fingerprint.of(copy));
      Sqlite.execute(connection, "COMMIT");
      return new StoreIdentity(meta.workspace(), fresh, meta.inviter());
    }
  }

  /// Puts the bytes of old changes back into the log: a backup is one file.
  ///
  /// @param source the database that this is a copy of, with its archive beside it
  private static void makeWhole(Statements copy, Path source) throws SQLException {
    try (var archive = new ChangeBytes(source)) {
      var lacking = lacking(copy, 0);
      while (!lacking.isEmpty()) {
        for (var change : lacking.entrySet()) {
          var raw = archive.of(change.getKey(), NOTHING, change.getValue());
          copy.update("UPDATE change SET raw=? WHERE id=?", raw, change.getKey());
        }
        lacking = lacking(copy, lacking.lastKey());
      }
    }
    copy.update("DELETE FROM meta WHERE k='archived'");
  }

  /// The next changes without bytes, with their hashes.
  private static SortedMap<Long, byte[]> lacking(Statements copy, long after) throws SQLException {
    var lacking = new TreeMap<Long, byte[]>();
    try (var rows = copy.with(LACKING, after).executeQuery()) {
      while (rows.next()) {
        lacking.put(rows.getLong(1), rows.getBytes(2));
      }
    }
    return lacking;
  }

  private static void strip(Statements statements) throws SQLException {
    statements.update("DELETE FROM invitation");
    statements.update("DELETE FROM acknowledgement");
    statements.update("DELETE FROM confirmed");
    statements.update("DELETE FROM meta WHERE k='renewal'");
    new Meta(statements).setFingerprint(Fingerprint.NONE);
  }

  private static void requireSound(String damage) throws StoreException {
    if (!damage.isEmpty()) {
      throw new StoreException(Kind.DAMAGED, damage);
    }
  }
}
