package dev.flotilla.simulation.disk;

import dev.flotilla.net.store.ReplicaStore;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.store.WorkspaceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The store that ships, on real files. Going down is played by putting back, after the store is
/// closed, what the files held the moment before: closing would tidy up.
public final class SqliteDisk implements Disk {
  /// A frame of a write-ahead log that was cut off is about so long.
  private static final int TORN_BYTES = 2_000;

  private final Path file;
  private final Path journal;
  private final Path mark;
  private final StoreIdentity identity;
  private final StoreFiles files;
  private final RandomGenerator random;
  private @Nullable WorkspaceStore store;

  /// @param folder empty, and ours
  /// @param random for replica ids and for what a torn write leaves
  public SqliteDisk(
      Path folder, StoreIdentity identity, InstantSource clock, RandomGenerator random) {
    this.file = folder.resolve("workspace.db");
    this.journal = folder.resolve("workspace.db-wal");
    this.mark = folder.resolve("workspace.db-high");
    this.identity = identity;
    this.files = new StoreFiles(clock, random);
    this.random = random;
  }

  @Override
  public ReplicaStore open() throws StoreException {
    var opened = Files.exists(file) ? files.open(file) : files.create(file, identity);
    store = opened;
    return opened;
  }

  @Override
  public void kill() {
    goDown(false);
  }

  /// Everything that was reported is synced; what was being written may be there in part.
  @Override
  public void losePower() {
    goDown(true);
  }

  /// Every commit is synced already.
  @Override
  public void settle() {}

  private void goDown(boolean torn) {
    try {
      var image = held();
      close();
      put(torn && image.journal.length > 0 ? image.torn(random) : image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Image image() {
    try {
      return held();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void restore(Image image) {
    if (!(image instanceof FileImage held)) {
      throw new IllegalArgumentException("an image of another kind of disk");
    }
    try {
      var isAnothers = !Files.exists(file);
      put(held);
      if (isAnothers) {
        var fingerprint = fingerprint();
        put(held);
        setFingerprint(fingerprint);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileImage held() throws IOException {
    return new FileImage(Files.readAllBytes(file), bytesOf(journal), bytesOf(mark));
  }

  /// What the store will know this file by: it notices a copy, and then says so.
  private byte[] fingerprint() throws IOException {
    try {
      files.open(file).close();
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          var query = connection.prepareStatement("SELECT v FROM meta WHERE k='fingerprint'");
          var row = query.executeQuery()) {
        return row.getBytes(1);
      }
    } catch (StoreException | SQLException e) {
      throw new IOException(e);
    }
  }

  private void setFingerprint(byte[] fingerprint) throws IOException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var update = connection.prepareStatement("UPDATE meta SET v=? WHERE k='fingerprint'")) {
      update.setBytes(1, fingerprint);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void close() {
    var open = store;
    store = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (StoreException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /// Into the same files: another one would be taken for a copy.
  private void put(FileImage image) throws IOException {
    Files.write(file, image.database);
    Files.deleteIfExists(file.resolveSibling("workspace.db-shm"));
    put(journal, image.journal);
    put(mark, image.mark);
  }

  private static void put(Path file, byte[] content) throws IOException {
    if (content.length > 0) {
      Files.write(file, content);
    } else {
      Files.deleteIfExists(file);
    }
  }

  private static byte[] bytesOf(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static final class FileImage implements Image {
    private final byte[] database;
    private final byte[] journal;
    private final byte[] mark;

    FileImage(byte[] database, byte[] journal, byte[] mark) {
      this.database = database;
      this.journal = journal;
      this.mark = mark;
    }

    FileImage torn(RandomGenerator random) {
      var longer = Arrays.copyOf(journal, journal.length + random.nextInt(TORN_BYTES));
      for (var i = journal.length; i < longer.length; i++) {
        longer[i] = (byte) random.nextInt();
      }
      return new FileImage(database, longer, mark);
    }
  }
}
