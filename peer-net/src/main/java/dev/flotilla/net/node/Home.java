package dev.flotilla.net.node;

import dev.flotilla.model.WorkspaceId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder with all data of one device, locked while it is open. One process, and one node in
/// it, holds a home.
///
/// The lock is the operating system's, so that a process that was killed holds nothing.
final class Home implements AutoCloseable {
  private static final Set<String> SHARES =
      Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs");

  private static final String DATABASE_SUFFIX = ".db";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private Home(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /// Creates the folder, readable by its owner only, and takes the lock.
  static Home open(Path folder) throws HomeException {
    var home = folder.toAbsolutePath().normalize();
    try {
      createPrivate(home);
      requireLocal(home);
      createPrivate(home.resolve("workspaces"));
      return lock(home);
    } catch (IOException e) {
      throw new HomeException(
          "Cannot use the home %s: %s. Check its permissions or choose another with --home."
              .formatted(home, Reasons.of(e)),
          e);
    }
  }

  /// Locks and shared memory, which databases need, do not work reliably between machines.
  private static void requireLocal(Path home) throws IOException, HomeException {
    var type = Files.getFileStore(home).type().toLowerCase(Locale.ROOT);
    if (SHARES.contains(type)) {
      throw new HomeException(
          "The home %s is on a network share (%s), where databases break. Choose a local folder with --home."
              .formatted(home, type));
    }
  }

  private static Home lock(Path home) throws IOException, HomeException {
    var channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new HomeException(
          "The home %s is in use by another Flotilla. Close that one or choose another with --home."
              .formatted(home));
    }
    return new Home(home, channel, lock);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // another node of this very process
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createDirectories(folder);
    }
  }

  Path folder() {
    return folder;
  }

  /// Where the database of a workspace is or would be.
  Path database(WorkspaceId workspace) {
    return folder.resolve("workspaces").resolve(workspace + DATABASE_SUFFIX);
  }

  /// The databases that are there, sorted.
  List<Path> databases() throws HomeException {
    try (var files = Files.list(folder.resolve("workspaces"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(DATABASE_SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new HomeException("Cannot read the home %s: %s.".formatted(folder, Reasons.of(e)), e);
    }
  }

  /// Gives the home free.
  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      System.getLogger(Home.class.getName()).log(System.Logger.Level.WARNING, "lock", e);
    }
  }
}
