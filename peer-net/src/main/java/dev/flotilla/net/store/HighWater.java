package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a replica's own changes went, in a small file beside the database. A database that does
/// not have that far was restored over the same file, which nothing else tells before a peer does.
///
/// Written over itself after each commit of an own change and not forced to the disk: it is never
/// ahead of the database, survives the end of the process, and one that is lost or torn costs only
/// the early notice. Cost: one short write into the system's cache. Belongs to the writer thread.
final class HighWater implements AutoCloseable {
  private static final int PARTS = 3;

  private final Path file;
  private @Nullable FileChannel channel;
  private boolean broken;
  private ReplicaId own;
  private ReplicaId committedOwn;
  private Optional<Mark> uncommitted = Optional.empty();

  /// @param own under which id the database authors
  HighWater(Path database, ReplicaId own) {
    this.file = beside(database);
    this.own = own;
    this.committedOwn = own;
  }

  /// An own change.
  ///
  /// @param seq its number; 0 if nothing was authored under this id yet
  /// @param hash of it, or none
  record Mark(ReplicaId replica, long seq, ChangeHash hash) {
    /// Of an id under which nothing was authored yet.
    static Mark unused(ReplicaId replica) {
      return new Mark(replica, 0, ChangeHash.NONE);
    }

    /// Always of the same length.
    private String line() {
      return String.format(Locale.ROOT, "%s %019d %s%n", replica, seq, hash);
    }

    private static Mark parse(String line) {
      var parts = line.strip().split(" ", -1);
      if (parts.length != PARTS) {
        throw new IllegalArgumentException("not a mark: " + line);
      }
      return new Mark(
          ReplicaId.parse(parts[0]),
          Long.parseLong(parts[1]),
          ChangeHash.of(HexFormat.of().parseHex(parts[2])));
    }
  }

  static Path beside(Path database) {
    return DamagedFile.sibling(database, "-high");
  }

  /// Empty if there is none, or none that can be read.
  static Optional<Mark> read(Path database) {
    try {
      return Optional.of(Mark.parse(Files.readString(beside(database))));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// A change goes into the log with the next commit.
  void appended(Change change) {
    if (change.author().equals(own)) {
      uncommitted = Optional.of(new Mark(own, change.seq(), change.hash()));
    }
  }

  /// The database authors under another id from the next commit on.
  void renamed(ReplicaId fresh) {
    own = fresh;
    uncommitted = Optional.of(Mark.unused(fresh));
  }

  void committed() {
    uncommitted.ifPresent(this::put);
    uncommitted = Optional.empty();
    committedOwn = own;
  }

  void rolledBack() {
    uncommitted = Optional.empty();
    own = committedOwn;
  }

  /// Replaces what is there. A file that cannot be written is left alone from then on.
  void put(Mark mark) {
    if (broken) {
      return;
    }
    try {
      var bytes = ByteBuffer.wrap(mark.line().getBytes(StandardCharsets.US_ASCII));
      var _ = open().write(bytes, 0);
    } catch (IOException e) {
      broken = true;
      System.getLogger(HighWater.class.getName())
          .log(Level.WARNING, "Cannot write {0}: {1}", file, e.getMessage());
    }
  }

  private FileChannel open() throws IOException {
    var opened = channel;
    if (opened == null) {
      opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    try (var _ = channel) {
      channel = null;
    } catch (IOException e) {
      System.getLogger(HighWater.class.getName())
          .log(Level.WARNING, "Closing {0}: {1}", file, e.getMessage());
    }
  }
}
