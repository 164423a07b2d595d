package dev.flotilla.net.store;

import dev.flotilla.net.change.ChangeHash;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bytes of changes, wherever they are: in the log, or if they are old, in the [Archive] beside
/// it. For one thread at a time.
final class ChangeBytes implements AutoCloseable {
  private final Path database;
  private @Nullable Archive archive;

  ChangeBytes(Path database) {
    this.database = database;
  }

  /// The bytes of a change, compared with its hash.
  ///
  /// @param row the number of its row
  /// @param raw what is in the row; nothing if that was left to the archive
  byte[] of(long row, byte[] raw, byte[] hash) throws SQLException {
    var bytes =
        raw.length > 0
            ? raw
            : archived(row)
                .orElseThrow(
                    () -> Sqlite.damage("a change is neither in the log nor in its archive"));
    if (!ChangeHash.ofBytes(bytes).equals(ChangeHash.of(hash))) {
      throw Sqlite.damage("a change differs from its hash");
    }
    return bytes;
  }

  /// What the archive has under this number, be it right or not.
  Optional<byte[]> archived(long row) throws SQLException {
    var open = archive;
    if (open == null) {
      if (!Archive.exists(database)) {
        return Optional.empty();
      }
      open = Archive.reading(database);
      archive = open;
    }
    return open.find(row);
  }

  @Override
  public void close() throws SQLException {
    if (archive != null) {
      archive.close();
    }
  }
}
