package dev.flotilla.net.store;

import dev.flotilla.net.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Opens connections with the settings that the promises of this package rest on, and puts errors
/// into words.
final class Sqlite {
  /// Older ones can corrupt a database in WAL mode when two connections checkpoint at once.
  static final String MINIMUM_VERSION = "3.51.3";

  private static final int BUSY_MILLIS = 5_000;
  private static final int CACHE_KIB = 16_384;
  private static final int WAL_KEPT_BYTES = 16 << 20;

  /// So many pages of 4 KiB gather before they are copied into the file, within some edit's commit:
  /// one in 400 instead of SQLite's one in 100, which the slowest hundredth of all edits was.
  private static final int WAL_PAGES = 4_000;

  private static final int PRIMARY_CODE = 0xff;

  private Sqlite() {}

  /// The only connection that writes. `synchronous=FULL`: a commit that was reported is there after
  /// a power loss. With less, an author would use a sequence number twice.
  static Connection openWriter(Path file) throws SQLException {
    var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    try {
      execute(connection, "PRAGMA busy_timeout=" + BUSY_MILLIS);
      execute(connection, "PRAGMA foreign_keys=ON");
      execute(connection, "PRAGMA temp_store=MEMORY");
      execute(connection, "PRAGMA cache_size=-" + CACHE_KIB);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Turns on the write-ahead log. Apart from [#openWriter], because it writes to the file, which
  /// must be ours first.
  static void enableWal(Connection writer) throws SQLException {
    var mode = text(writer, "PRAGMA journal_mode=WAL");
    if (!mode.equalsIgnoreCase("wal")) {
      throw new SQLException("no write-ahead log is possible here (" + mode + ")");
    }
    execute(writer, "PRAGMA synchronous=FULL");
    execute(writer, "PRAGMA journal_size_limit=" + WAL_KEPT_BYTES);
    execute(writer, "PRAGMA wal_autocheckpoint=" + WAL_PAGES);
  }

  /// A connection for history and for what peers lack. It sees committed transactions only.
  static Connection openReader(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return JDBC.createConnection("jdbc:sqlite:" + file, config.toProperties());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  static boolean isDamage(SQLException e) {
    var code = code(e);
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  /// Whether a file of ours that gives this answer while it is opened can only be damaged: what the
  /// statements name is missing, or holds what the schema forbids.
  static boolean isUnusable(SQLException e) {
    var code = code(e);
    return isDamage(e)
        || code == SQLiteErrorCode.SQLITE_ERROR.code
        || code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
        || code == SQLiteErrorCode.SQLITE_MISMATCH.code;
  }

  /// Content that cannot be what was written.
  static SQLException damage(String reason) {
    return new SQLException(reason, "", SQLiteErrorCode.SQLITE_CORRUPT.code);
  }

  /// One sentence for what happened to `file`.
  static StoreException explain(Path file, SQLException e) {
    var code = code(e);
    if (code == SQLiteErrorCode.SQLITE_FULL.code
        || (e instanceof SQLiteException known
            && known.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE)) {
      return new StoreException(
          Kind.DISK_FULL, "The disk that holds " + file + " is full. Make room and try again.", e);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return new StoreException(
          Kind.UNWRITABLE, "Cannot write to " + file + ". Check the permissions of its folder.", e);
    }
    if (isDamage(e)) {
      return new StoreException(Kind.DAMAGED, "The database " + file + " is damaged.", e);
    }
    return new StoreException(
        Kind.FAILED, "The database " + file + " reported: " + e.getMessage() + ".", e);
  }

  private static int code(SQLException e) {
    return e instanceof SQLiteException known
        ? known.getResultCode().code & PRIMARY_CODE
        : e.getErrorCode() & PRIMARY_CODE;
  }

  /// Compares dotted numbers.
  static boolean isAtLeast(String version, String minimum) {
    var have = version.split("\\.", -1);
    var need = minimum.split("\\.", -1);
    for (var i = 0; i < need.length; i++) {
      var difference =
          (i < have.length ? Integer.parseInt(have[i]) : 0) - Integer.parseInt(need[i]);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return true;
  }
}
