package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// A few read-only connections that never wait for the writer, nor it for them.
final class SqliteHistory implements History, AutoCloseable {
  private static final int CONNECTIONS = 3;

  /// So much goes into the archive at a time.
  private static final int ARCHIVED_BYTES = 1 << 20;

  private final Path file;

  private final BlockingQueue<LogReader> idle = new ArrayBlockingQueue<>(CONNECTIONS);

  private SqliteHistory(Path file) {
    this.file = file;
  }

  static SqliteHistory open(Path file) throws SQLException {
    var history = new SqliteHistory(file);
    try {
      for (var i = 0; i < CONNECTIONS; i++) {
        history.idle.add(new LogReader(new Statements(Sqlite.openReader(file))));
      }
      return history;
    } catch (SQLException e) {
      for (var reader : history.idle) {
        reader.close();
      }
      throw e;
    }
  }

  @Override
  public LogSlice after(Heads theirs, int maxBytes) throws StoreException {
    return read(reader -> reader.after(theirs, maxBytes));
  }

  @Override
  public boolean holds(Heads told) throws StoreException {
    return read(reader -> reader.holds(told));
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws StoreException {
    return read(reader -> reader.hashOf(author, seq));
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws StoreException {
    return read(reader -> reader.hashEndingAt(author, counter));
  }

  @Override
  public List<LogRow> page(@Nullable ReplicaId author, int limit, int offset)
      throws StoreException {
    var all = LogFilter.ALL;
    var authors = author == null ? Set.<ReplicaId>of() : Set.of(author);
    return matching(
        new LogFilter(null, authors, all.fromMillis(), all.untilMillis()), limit, offset);
  }

  @Override
  public List<LogRow> matching(LogFilter filter, int limit, int offset) throws StoreException {
    return read(reader -> reader.page(filter, limit, offset));
  }

  @Override
  public LogPart part(LogFilter filter, int limit) throws StoreException {
    return read(reader -> reader.part(filter, limit));
  }

  @Override
  public List<LogRow> following(@Nullable ChangeRef after, ChangeRef last, int limit)
      throws StoreException {
    return read(reader -> reader.walk().following(after, last, limit));
  }

  @Override
  public long countUpTo(ChangeRef last) throws StoreException {
    return read(reader -> reader.walk().countUpTo(last));
  }

  @Override
  public Optional<LogRow> holding(Dot dot) throws StoreException {
    return read(reader -> reader.walk().holding(dot));
  }

  @Override
  public Archived archive(VersionVector everywhere, long fromMillis, long beforeMillis)
      throws StoreException {
    var old = read(reader -> reader.old(everywhere, fromMillis, beforeMillis, ARCHIVED_BYTES));
    var archived = new Archived(List.copyOf(old.bytes().keySet()), old.nextMillis());
    if (archived.rows().isEmpty()) {
      return archived;
    }
    try (var archive = Archive.writing(file)) {
      archive.add(old.bytes());
    } catch (SQLException e) {
      throw Sqlite.explain(Archive.beside(file), e);
    }
    return archived;
  }

  @Override
  public void backup(Path target) throws StoreException {
    if (Files.exists(target)) {
      throw new StoreException(
          StoreException.Kind.UNWRITABLE, target + " exists already; choose another name.");
    }
    try (var reader = Sqlite.openReader(file)) {
      BackupFile.write(reader, target);
    } catch (SQLException e) {
      throw Sqlite.explain(target, e);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Kind.UNWRITABLE,
          "Cannot write " + target + ": " + e.getMessage() + ".",
          e);
    }
  }

  private <T> T read(Reading<T> reading) throws StoreException {
    var reader = take();
    try {
      return reading.from(reader);
    } catch (SQLException e) {
      throw FileCheck.explain(file, e);
    } finally {
      idle.add(reader);
    }
  }

  private LogReader take() throws StoreException {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          StoreException.Kind.FAILED, "Reading " + file + " was interrupted.", e);
    }
  }

  private interface Reading<T> {
    T from(LogReader reader) throws SQLException;
  }

  /// Waits for readers that are at work, then closes all connections. Whoever reads later gets an
  /// exception.
  @Override
  public void close() throws StoreException {
    var readers = new ArrayList<LogReader>();
    for (var i = 0; i < CONNECTIONS; i++) {
      readers.add(take());
    }
    try {
      for (var reader : readers) {
        reader.close();
      }
    } catch (SQLException e) {
      throw Sqlite.explain(file, e);
    } finally {
      idle.addAll(readers);
    }
  }
}
