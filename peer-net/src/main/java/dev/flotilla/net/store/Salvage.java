package dev.flotilla.net.store;

import dev.flotilla.model.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The changes that can still be read from a database that is damaged, one after the other.
/// Promises nothing about them: whoever takes them must check each as if a stranger had sent it.
///
/// Reads only. Where a page of the file is broken, what is on the others is still found, since
/// every change is looked up by itself. For one thread.
public final class Salvage implements AutoCloseable {
  /// The end of the log, if the file does not tell it.
  private static final int MISSES_MAX = 10_000;

  private final Path file;

  /// Whether log files lay beside it before.
  private final boolean logged;

  private final @Nullable Connection connection;
  private final @Nullable PreparedStatement byNumber;
  private final ChangeBytes archive;
  private final long last;
  private long number;

  private Salvage(
      Path file,
      boolean logged,
      @Nullable Connection connection,
      @Nullable PreparedStatement byNumber,
      long last) {
    this.file = file;
    this.logged = logged;
    this.connection = connection;
    this.byNumber = byNumber;
    this.archive = new ChangeBytes(file);
    this.last = last;
  }

  /// Opens what is left of a file; nothing if not even that can be done.
  public static Salvage of(Path file) {
    var logged = Files.exists(DamagedFile.sibling(file, "-wal"));
    try {
      var connection = Sqlite.openReader(file);
      try {
        var byNumber = connection.prepareStatement("SELECT raw FROM change WHERE id=?");
        return new Salvage(file, logged, connection, byNumber, last(connection));
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException _) {
      return new Salvage(file, logged, null, null, 0);
    }
  }

  private static long last(Connection connection) {
    try {
      return Sqlite.number(connection, "SELECT max(id) FROM change");
    } catch (SQLException _) {
      return Long.MAX_VALUE;
    }
  }

  /// Whose invitation the replica joined with, if that can be read.
  public Optional<DeviceId> inviter() {
    if (connection == null) {
      return Optional.empty();
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT v FROM meta WHERE k='inviter'")) {
      return row.next() ? Optional.of(DeviceId.of(row.getBytes(1))) : Optional.empty();
    } catch (SQLException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The next change that can be read, in the order in which they were applied; none at the end.
  public Optional<byte[]> next() {
    var missesMax = last == Long.MAX_VALUE ? MISSES_MAX : Long.MAX_VALUE;
    for (var misses = 0L; number < last && misses < missesMax; misses++) {
      number++;
      var raw = read(number);
      if (raw != null) {
        return Optional.of(raw);
      }
    }
    return Optional.empty();
  }

  private byte @Nullable [] read(long id) {
    if (byNumber == null) {
      return null;
    }
    try {
      byNumber.setLong(1, id);
      try (var row = byNumber.executeQuery()) {
        var raw = row.next() ? row.getBytes(1) : null;
        return raw != null && raw.length == 0 ? archive.archived(id).orElse(null) : raw;
      }
    } catch (SQLException _) {
      return null;
    }
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (archive) {
      connection.close();
      if (!logged) { // reading made them
        Files.deleteIfExists(DamagedFile.sibling(file, "-wal"));
        Files.deleteIfExists(DamagedFile.sibling(file, "-shm"));
      }
    } catch (SQLException | IOException e) {
      System.getLogger(Salvage.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a damaged database", e);
    }
  }
}
