package dev.flotilla.net.store;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// The bytes of old changes, compressed, in a file beside the database, by the numbers of their
/// rows in the log. Everything else that is known of them stays in the log.
///
/// Never ahead of anything: what it gives is compared with the hash in the log, and what the log
/// has itself is not asked for here. Changes lie together in blocks. For one thread at a time.
final class Archive implements AutoCloseable {
  /// Plain bytes of a block, unless one change has more.
  private static final int BLOCK_BYTES = 256 << 10;

  /// What lies near each other is asked for together.
  private static final int BLOCKS_KEPT = 4;

  private static final int APPLICATION_ID = 0x466c6172;

  private final Statements statements;
  private final Map<Long, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > BLOCKS_KEPT;
        }
      };

  private Archive(Statements statements) {
    this.statements = statements;
  }

  static Path beside(Path database) {
    return DamagedFile.sibling(database, "-archive");
  }

  static boolean exists(Path database) {
    return Files.exists(beside(database));
  }

  /// Only looks into it.
  static Archive reading(Path database) throws SQLException {
    return new Archive(new Statements(Sqlite.openReader(beside(database))));
  }

  /// Opens it, and makes one if there is none. Finishes or undoes what a crash interrupted.
  static Archive writing(Path database) throws SQLException {
    var connection = Sqlite.openWriter(beside(database));
    try {
      // Of three modes the one that syncs the folder as well: a commit counts once it is reported.
      Sqlite.execute(connection, "PRAGMA synchronous=EXTRA");
      Sqlite.execute(
          connection,
          "CREATE TABLE IF NOT EXISTS block(id INTEGER PRIMARY KEY, size INTEGER NOT NULL, packed BLOB NOT NULL) STRICT");
      Sqlite.execute(
          connection,
          "CREATE TABLE IF NOT EXISTS change(id INTEGER PRIMARY KEY, block INTEGER NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL) STRICT");
      Sqlite.execute(connection, "PRAGMA application_id=" + APPLICATION_ID);
      return new Archive(new Statements(connection));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// What is wrong with the structure, or an empty text. Cost: reads the file once.
  String damage() throws SQLException {
    return FileCheck.damage(statements.connection());
  }

  /// How many changes are in it. Cost: some microseconds for each thousand.
  long count() throws SQLException {
    return Sqlite.number(statements.connection(), "SELECT count(*) FROM change");
  }

  /// Adds changes by the numbers of their rows; they are on disk when this returns.
  void add(SortedMap<Long, byte[]> changes) throws SQLException {
    Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
    try {
      var block = new ByteArrayOutputStream();
      var number = Sqlite.number(statements.connection(), "SELECT max(id) FROM block") + 1;
      for (var change : changes.entrySet()) {
        var raw = change.getValue();
        if (block.size() > 0 && block.size() + raw.length > BLOCK_BYTES) {
          put(number++, block.toByteArray());
          block.reset();
        }
        statements.update(
            "INSERT OR REPLACE INTO change(id, block, start, size) VALUES(?,?,?,?)",
            change.getKey(),
            number,
            block.size(),
            raw.length);
        block.writeBytes(raw);
      }
      put(number, block.toByteArray());
      Sqlite.execute(statements.connection(), "COMMIT");
    } catch (SQLException | RuntimeException | Error e) {
      statements.forget();
      undo(e);
      throw e;
    }
  }

  /// A full disk makes SQLite roll back by itself.
  private void undo(Throwable cause) {
    try {
      Sqlite.execute(statements.connection(), "ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void put(long number, byte[] plain) throws SQLException {
    statements.update(
        "INSERT INTO block(id, size, packed) VALUES(?,?,?)", number, plain.length, deflated(plain));
  }

  /// The bytes of a change, if they are here. Cost: unpacks a block, unless it was used just now.
  Optional<byte[]> find(long row) throws SQLException {
    try (var found =
        statements.with("SELECT block, start, size FROM change WHERE id=?", row).executeQuery()) {
      if (!found.next()) {
        return Optional.empty();
      }
      var block = block(found.getLong(1));
      var start = found.getInt(2);
      var end = start + found.getInt(3);
      if (start < 0 || end < start || end > block.length) {
        throw Sqlite.damage("a change lies outside of its block of the archive");
      }
      return Optional.of(Arrays.copyOfRange(block, start, end));
    }
  }

  private byte[] block(long number) throws SQLException {
    var known = kept.get(number);
    if (known != null) {
      return known;
    }
    try (var row =
        statements.with("SELECT size, packed FROM block WHERE id=?", number).executeQuery()) {
      if (!row.next()) {
        throw Sqlite.damage("a block of the archive is missing");
      }
      var plain = inflated(row.getBytes(2), row.getInt(1));
      kept.put(number, plain);
      return plain;
    }
  }

  private static byte[] deflated(byte[] plain) {
    var deflater = new Deflater();
    try {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream(plain.length);
      var buffer = new byte[1 << 13];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflated(byte[] packed, int size) throws SQLException {
    // A block holds at least one change, and few more bytes than a block should.
    if (size < 0 || size > 2 * BLOCK_BYTES) {
      throw Sqlite.damage("a block of the archive has no possible size");
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      var plain = new byte[size];
      var length = 0;
      while (length < size && !inflater.finished() && !inflater.needsInput()) {
        length += inflater.inflate(plain, length, size - length);
      }
      if (length < size) {
        throw Sqlite.damage("a block of the archive is too short");
      }
      return plain;
    } catch (DataFormatException _) {
      throw Sqlite.damage("a block of the archive cannot be unpacked");
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
