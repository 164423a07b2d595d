package dev.flotilla.app.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The turn to change who holds a home: taken while a process starts or stops holding it, and for
/// the whole of a command that opens the home for itself. So two commands that start together run
/// one after the other, and none meets a node that is half started or half stopped.
///
/// It is a lock on `command.lock`, which the system frees when a process dies. The lock that
/// protects the databases is another one and belongs to the node.
public final class HomeTurn implements AutoCloseable {
  /// How long a command waits for the others before it gives up.
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  // File locks belong to the process; threads of one process need a turn of their own.
  private static final ConcurrentHashMap<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

  private final Semaphore thread;
  private final FileChannel file;

  private HomeTurn(Semaphore thread, FileChannel file) {
    this.thread = thread;
    this.file = file;
  }

  /// Waits for the turn; creates the home, for its owner alone, if it is missing.
  ///
  /// @throws HomeBusyException if others kept the turn for longer than `patience`
  /// @throws IOException if the home cannot be written
  public static HomeTurn take(Path home, Duration patience) throws IOException {
    createPrivate(home);
    Path key = home.toRealPath();
    Semaphore thread = THREADS.computeIfAbsent(key, _ -> new Semaphore(1));
    try {
      if (!thread.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new HomeBusyException(home);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HomeBusyException(home);
    }
    boolean taken = false;
    try {
      FileChannel file =
          FileChannel.open(
              key.resolve("command.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        lock(file, home, patience);
        taken = true;
        return new HomeTurn(thread, file);
      } finally {
        if (!taken) {
          file.close();
        }
      }
    } finally {
      if (!taken) {
        thread.release();
      }
    }
  }

  private static void lock(FileChannel file, Path home, Duration patience) throws IOException {
    if (file.tryLock() != null) {
      return;
    }
    // The wait itself knows no time limit; closing the channel ends it.
    FutureTask<FileLock> wait = new FutureTask<>(file::lock);
    Thread.ofPlatform().daemon().name("home-turn").start(wait);
    try {
      wait.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HomeBusyException(home);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HomeBusyException(home);
    } catch (ExecutionException e) {
      throw new IOException("cannot lock " + home, e.getCause());
    }
  }

  private static void createPrivate(Path home) throws IOException {
    if (Files.isDirectory(home)) {
      return;
    }
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Path parent = home.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectories(home, ownerOnly);
  }

  /// Gives the turn to the next one.
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.release();
    }
  }
}
