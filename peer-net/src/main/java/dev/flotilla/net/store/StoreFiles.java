package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Creates and opens databases. Nothing that cannot be trusted gets past [#open].
///
/// @param random for replica ids
public record StoreFiles(InstantSource clock, RandomGenerator random) {
  /// Creates an empty database.
  public WorkspaceStore create(Path file, StoreIdentity identity) throws StoreException {
    if (Files.exists(file)) {
      throw new StoreException(Kind.FAILED, file + " exists already.");
    }
    try {
      Files.deleteIfExists(HighWater.beside(file)); // of another database that had the name once
      var _ = DamagedFile.interrupted(file);
      var writer = Sqlite.openWriter(file);
      try {
        requireVersion(writer);
        Sqlite.enableWal(writer);
        Sqlite.execute(writer, "BEGIN IMMEDIATE");
        Schema.create(writer);
        var statements = new Statements(writer);
        describe(new Meta(statements), identity, file);
        Sqlite.execute(writer, "COMMIT");
        return new WorkspaceStore(file, statements);
      } catch (SQLException | IOException | StoreException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Sqlite.explain(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// Creates an empty database that is worth nothing before it is complete and [#adopt]ed: its
  /// commits do not wait for the disk.
  public WorkspaceStore draft(Path file, StoreIdentity identity) throws StoreException {
    var store = create(file, identity);
    try {
      Sqlite.execute(store.statements().connection(), "PRAGMA synchronous=OFF");
      return store;
    } catch (SQLException e) {
      store.close();
      throw Sqlite.explain(file, e);
    }
  }

  /// Opens a database, after an unclean stop with a check of the whole file. A damaged one is kept
  /// aside under another name. One that was copied, restored or rolled back gets a new replica id,
  /// so that no number is used twice.
  ///
  /// @param loading reads what it needs from the store; whatever turns out to be damaged meanwhile
  ///   ends in the same way, also if decoding it throws. Owns the store once it returns.
  public <T> T open(Path file, Loading<T> loading) throws StoreException {
    try {
      var interrupted = DamagedFile.interrupted(file);
      if (interrupted.isPresent()) {
        throw interrupted.get();
      }
      var due = FileCheck.isDue(file, FileCheck.wasClosed(file));
      FileCheck.header(file);
      if (due) {
        inspect(file);
      }
      return openTrusted(file, due, loading);
    } catch (SQLException e) {
      throw Sqlite.isUnusable(e) ? aside(file, e) : Sqlite.explain(file, e);
    } catch (StoreException e) {
      if (e.getCause() instanceof SQLException cause && Sqlite.isUnusable(cause)) {
        throw aside(file, cause);
      }
      throw e.kind() == Kind.DAMAGED && e.aside().isEmpty() ? aside(file, e) : e;
    } catch (RuntimeException e) {
      throw aside(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// The same for who needs nothing but the store.
  public WorkspaceStore open(Path file) throws StoreException {
    return open(file, store -> store);
  }

  /// Makes a database of a backup, which stays as it is. All of it is checked; the copy authors
  /// under a replica id that was never used.
  ///
  /// @param copy where to; left there only if all is well
  /// @return which workspace it holds, and as which replica
  public StoreIdentity restore(Path backup, Path copy) throws StoreException {
    var sound = false;
    try {
      var identity = BackupFile.read(backup, copy, ReplicaId.random(random));
      sound = true;
      return identity;
    } catch (StoreException e) {
      throw switch (e.kind()) {
        case DAMAGED, UNFINISHED -> noBackup(backup, e);
        case NEWER_SCHEMA, FOREIGN, UNWRITABLE, DISK_FULL, FAILED -> e;
      };
    } catch (SQLException e) {
      throw Sqlite.isUnusable(e) ? noBackup(backup, e) : Sqlite.explain(copy, e);
    } catch (IOException e) {
      throw unreadable(backup, e);
    } catch (RuntimeException e) { // whatever decoding nonsense throws
      throw noBackup(backup, e);
    } finally {
      if (!sound) {
        discardQuietly(copy);
      }
    }
  }

  /// Gives a database that [#restore] or [#draft] made, and that is closed, the name under which it
  /// is to be opened. All of it is on disk before it has that name.
  ///
  /// @param file must not be there
  /// @throws StoreException if closing it found no room for all of it: what is left in its
  ///   write-ahead log would be lost
  public static void adopt(Path copy, Path file) throws IOException, StoreException {
    if (!FileCheck.wasClosed(copy)) {
      throw new StoreException(
          Kind.DISK_FULL,
          "The disk that holds %s has no room for all of it. Make room and try again."
              .formatted(file));
    }
    try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(copy, file);
    Files.deleteIfExists(HighWater.beside(file));
  }

  private static StoreException noBackup(Path backup, Exception e) {
    return new StoreException(
        Kind.DAMAGED,
        "%s is no sound backup (%s). Nothing was restored.".formatted(backup, e.getMessage()),
        e);
  }

  private static void discardQuietly(Path copy) {
    try {
      discard(copy);
    } catch (IOException e) {
      System.getLogger(StoreFiles.class.getName())
          .log(System.Logger.Level.WARNING, "Cannot remove " + copy, e);
    }
  }

  /// Takes an opened store over.
  public interface Loading<T> {
    T from(WorkspaceStore store) throws StoreException;
  }

  private StoreException aside(Path file, Exception e) {
    return DamagedFile.keepAside(file, clock.instant(), String.valueOf(e.getMessage()));
  }

  /// Removes a database that was never finished, see [Kind#UNFINISHED].
  public static void discard(Path file) throws IOException {
    Files.deleteIfExists(DamagedFile.sibling(file, "-snapshot"));
    Files.deleteIfExists(HighWater.beside(file));
    FileCheck.trust(file);
    DamagedFile.deleteWithCompanions(file);
  }

  /// Through a connection that only reads, so that a broken file stays as it is.
  private static void inspect(Path file) throws SQLException, StoreException {
    try (var reader = Sqlite.openReader(file)) {
      var damage = FileCheck.damage(reader);
      if (!damage.isEmpty()) {
        throw new StoreException(Kind.DAMAGED, damage);
      }
    }
  }

  private <T> T openTrusted(Path file, boolean thoroughly, Loading<T> loading)
      throws SQLException, IOException, StoreException {
    var writer = Sqlite.openWriter(file);
    try {
      requireVersion(writer);
      Schema.check(file, writer);
      Sqlite.enableWal(writer);
      var statements = new Statements(writer);
      new Migration(statements).run();
      requireArchive(file, new Meta(statements).archived(), thoroughly);
      requireConsistent(statements, thoroughly);
      if (thoroughly) {
        FileCheck.trust(file);
      }
      return load(file, new WorkspaceStore(file, statements), loading);
    } catch (SQLException | IOException | StoreException | RuntimeException | Error e) {
      writer.close();
      throw e;
    }
  }

  /// @param changes whose bytes only the archive has
  private static void requireArchive(Path file, long changes, boolean thoroughly)
      throws SQLException, StoreException {
    if (!Archive.exists(file)) {
      if (changes > 0) {
        throw new StoreException(Kind.DAMAGED, "the archive of its old changes is missing");
      }
      return;
    }
    try (var archive = Archive.writing(file)) {
      var damage = thoroughly ? archive.damage() : "";
      if (!damage.isEmpty() || archive.count() < changes) {
        throw new StoreException(Kind.DAMAGED, "the archive of its old changes is damaged");
      }
    }
  }

  private static void requireConsistent(Statements statements, boolean thoroughly)
      throws SQLException, StoreException {
    var numbers = new ReplicaNumbers(statements);
    var contradiction = new ChangeTable(statements, numbers).contradiction();
    if (contradiction.isEmpty() && thoroughly) {
      contradiction = new LogCheck(statements, numbers).contradiction();
    }
    if (!contradiction.isEmpty()) {
      throw new StoreException(Kind.DAMAGED, contradiction);
    }
  }

  private <T> T load(Path file, WorkspaceStore store, Loading<T> loading)
      throws SQLException, IOException, StoreException {
    try {
      requireFinished(file, store);
      renewIfNotTheSame(file, store);
      return loading.from(store);
    } catch (SQLException | IOException | StoreException | RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  private static void requireFinished(Path file, WorkspaceStore store)
      throws SQLException, StoreException {
    var identity = store.identity();
    if (identity.inviter().isEmpty() && store.meta().isLogEmpty()) {
      throw new StoreException(
          Kind.UNFINISHED, file + " holds a workspace that was never founded.");
    }
  }

  /// Before anything is authored: another file than the one that the replica id was given to, or
  /// the same with an older content, authors under a fresh one.
  private void renewIfNotTheSame(Path file, WorkspaceStore store)
      throws SQLException, IOException, StoreException {
    var fingerprint = Fingerprint.of(file);
    var before = store.meta().fingerprint();
    var mark = HighWater.read(file);
    var cause =
        !fingerprint.fits(before)
            ? Optional.of(Renewal.Cause.COPIED)
            : mark.isPresent() && !store.reaches(mark.get())
                ? Optional.of(Renewal.Cause.ROLLED_BACK)
                : Optional.<Renewal.Cause>empty();
    if (cause.isPresent()) {
      store.renew(ReplicaId.random(random), cause.get(), clock.instant());
    }
    if (!fingerprint.equals(before)) {
      store.setFingerprint(fingerprint);
    }
    store.commit(Workspace.EMPTY);
    store.mark();
  }

  private static void describe(Meta meta, StoreIdentity identity, Path file)
      throws SQLException, IOException {
    meta.setWorkspace(identity.workspace());
    meta.setReplica(identity.replica());
    meta.setFingerprint(Fingerprint.of(file));
    if (identity.inviter().isPresent()) {
      meta.setInviter(identity.inviter().get());
    }
  }

  private static void requireVersion(Connection connection) throws SQLException, StoreException {
    var version = Sqlite.text(connection, "SELECT sqlite_version()");
    if (!Sqlite.isAtLeast(version, Sqlite.MINIMUM_VERSION)) {
      throw new StoreException(
          Kind.FAILED,
          "SQLite %s can lose data; Flotilla needs %s or newer. Install Flotilla again."
              .formatted(version, Sqlite.MINIMUM_VERSION));
    }
  }

  private static StoreException unreadable(Path file, IOException e) {
    return new StoreException(
        Kind.UNWRITABLE, "Cannot read " + file + ": " + e.getMessage() + ".", e);
  }
}
