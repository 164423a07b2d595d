package dev.flotilla.net.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/// Looks at a database before it is trusted: always when small enough that it costs nothing, and
/// after every unclean stop.
final class FileCheck {
  /// Up to this size every start reads the whole file; about 0.1 s.
  private static final long ALWAYS_BELOW_BYTES = 32L << 20;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 100;
  private static final int USER_VERSION_AT = 60;
  private static final int APPLICATION_ID_AT = 68;

  private FileCheck() {}

  /// Looks at the first 100 bytes, before SQLite may touch the file.
  static void header(Path file) throws IOException, StoreException {
    var header = new byte[HEADER_BYTES];
    try (var in = Files.newInputStream(file)) {
      var length = in.readNBytes(header, 0, HEADER_BYTES);
      if (length == 0) {
        throw new StoreException(StoreException.Kind.UNFINISHED, file + " is empty.");
      }
      if (length < HEADER_BYTES
          || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw new StoreException(StoreException.Kind.DAMAGED, "it is no database");
      }
    }
    var buffer = ByteBuffer.wrap(header);
    Schema.check(file, buffer.getInt(USER_VERSION_AT), buffer.getInt(APPLICATION_ID_AT));
  }

  /// Whether the last process closed the file. If it did, SQLite removed the write-ahead log.
  static boolean wasClosed(Path file) {
    return !Files.exists(DamagedFile.sibling(file, "-wal"));
  }

  static boolean isDue(Path file, boolean closed) throws IOException {
    return !closed || Files.exists(suspicion(file)) || Files.size(file) <= ALWAYS_BELOW_BYTES;
  }

  /// What to throw when a database that is open gave an error. If it is damaged, the next start
  /// looks at all of it, however it was closed.
  static StoreException explain(Path file, SQLException e) {
    if (!Sqlite.isDamage(e)) {
      return Sqlite.explain(file, e);
    }
    try {
      Files.write(suspicion(file), new byte[0]);
    } catch (IOException unwritten) {
      e.addSuppressed(unwritten);
    }
    return new StoreException(
        StoreException.Kind.DAMAGED,
        "The database %s is damaged (%s). Start Flotilla again to have it repaired."
            .formatted(file, e.getMessage()),
        e);
  }

  /// Nothing is wrong with it, or it is another one.
  static void trust(Path file) throws IOException {
    Files.deleteIfExists(suspicion(file));
  }

  private static Path suspicion(Path file) {
    return DamagedFile.sibling(file, ".suspect");
  }

  /// The first thing that is wrong with the structure, or an empty text. Cost: reads the file once.
  static String damage(Connection connection) throws SQLException {
    var answer = Sqlite.text(connection, "PRAGMA quick_check(1)");
    return answer.equals("ok") ? "" : answer.lines().reduce((first, last) -> last).orElse(answer);
  }
}
