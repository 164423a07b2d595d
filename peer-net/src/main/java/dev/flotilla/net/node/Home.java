package dev.flotilla.net.node;

import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.store.DamagedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// The folder with all data of one device, locked while it is open. One process, and one node in
/// it, holds a home.
///
/// The lock is the operating system's, so that a process that was killed holds nothing.
final class Home implements AutoCloseable {
  /// What the names of copies begin with that somebody only looks at.
  private static final String GLANCE = "looking-";

  private static final Set<String> SHARES =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "ncpfs",
          "afs",
          "afpfs",
          "webdav",
          "davfs",
          "fuse.davfs",
          "sshfs",
          "fuse.sshfs",
          "9p",
          "vboxsf",
          "fuse.vmhgfs-fuse",
          "ceph",
          "fuse.ceph",
          "glusterfs",
          "fuse.glusterfs",
          "lustre",
          "fuse.s3fs",
          "fuse.rclone");

  /// How paths to other machines begin on Windows, whose file systems do not say what they are.
  private static final String REMOTE = "\\\\";

  private static final String DATABASE_SUFFIX = ".db";

  /// The homes that nodes of this process hold. Asked before the lock's file is opened: POSIX gives
  /// up all of a process's locks on a file as soon as it closes any descriptor of it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Path real;
  private final FileChannel channel;
  private final FileLock lock;

  private Home(Path folder, Path real, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.real = real;
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
    if (isShare(type, home.toString())) {
      throw new HomeException(
          "The home %s is on a network share (%s), where databases break. Choose a local folder with --home."
              .formatted(home, type));
    }
  }

  static boolean isShare(String type, String path) {
    return SHARES.contains(type) || path.startsWith(REMOTE);
  }

  private static Home lock(Path home) throws IOException, HomeException {
    var real = home.toRealPath();
    if (!HELD.add(real)) {
      throw inUse(home);
    }
    try {
      return lock(home, real);
    } catch (IOException | HomeException | RuntimeException | Error e) {
      HELD.remove(real);
      throw e;
    }
  }

  private static Home lock(Path home, Path real) throws IOException, HomeException {
    var channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock == null) {
        throw inUse(home);
      }
      return new Home(home, real, channel, lock);
    } catch (IOException | HomeException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static HomeException inUse(Path home) {
    return new HomeException(
        "The home %s is in use by another Flotilla. Close that one or choose another with --home."
            .formatted(home));
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

  /// The workspace whose database is there, unless somebody gave it another name.
  static Optional<WorkspaceId> workspaceOf(Path database) {
    var name = database.getFileName().toString();
    try {
      return Optional.of(
          WorkspaceId.parse(name.substring(0, name.length() - DATABASE_SUFFIX.length())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Databases that were damaged and kept aside in favour of this one.
  List<Path> damagedCopies(Path database) throws HomeException {
    var name = database.getFileName() + ".damaged-";
    return listed(file -> file.startsWith(name) && DamagedFile.isDatabase(file));
  }

  /// Databases that were put aside and have no successor: whoever repaired them was stopped.
  Set<Path> unrepaired() throws HomeException {
    var missing = new TreeSet<Path>();
    for (var aside : listed(file -> file.contains(DATABASE_SUFFIX + ".damaged-"))) {
      var name = aside.getFileName().toString();
      var end = name.indexOf(DATABASE_SUFFIX) + DATABASE_SUFFIX.length();
      var database = aside.resolveSibling(name.substring(0, end));
      if (!Files.exists(database) && !damagedCopies(database).isEmpty()) {
        missing.add(database);
      }
    }
    return missing;
  }

  /// Where a database is put together before it gets its name.
  Path draft() {
    return folder.resolve("workspaces").resolve("restoring");
  }

  /// A name for a copy of a backup; another one each time.
  Path glance(RandomGenerator random) {
    return folder.resolve("workspaces").resolve(GLANCE + Long.toHexString(random.nextLong()));
  }

  /// Copies of backups that are left of a program that ended while somebody looked.
  List<Path> glances() throws HomeException {
    return listed(file -> file.startsWith(GLANCE));
  }

  /// The databases that are there, sorted.
  List<Path> databases() throws HomeException {
    return listed(file -> file.endsWith(DATABASE_SUFFIX));
  }

  private List<Path> listed(Predicate<String> wanted) throws HomeException {
    try (var files = Files.list(folder.resolve("workspaces"))) {
      return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
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
    } finally {
      HELD.remove(real);
    }
  }
}
