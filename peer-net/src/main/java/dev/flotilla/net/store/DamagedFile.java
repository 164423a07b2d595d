package dev.flotilla.net.store;

import dev.flotilla.net.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Keeps a broken database aside, with its log files, so that nothing is lost and nothing stands in
/// the way of joining again.
final class DamagedFile {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private DamagedFile() {}

  /// Renames `file` to `<name>.damaged-<time>`; never over an existing file.
  ///
  /// @return what to throw: says where the file is now
  static StoreException keepAside(Path file, Instant now, String reason) {
    var aside = freeName(file, now);
    try {
      Files.move(file, aside);
      moveIfPresent(sibling(file, "-wal"), sibling(aside, "-wal"));
      moveIfPresent(sibling(file, "-shm"), sibling(aside, "-shm"));
    } catch (IOException e) {
      return new StoreException(
          Kind.DAMAGED,
          "The database %s is damaged (%s) and could not be kept aside: %s."
              .formatted(file, reason, e.getMessage()),
          e);
    }
    return new StoreException(
        "The database %s is damaged (%s). It was kept as %s; start again and join the workspace from another machine."
            .formatted(file, reason, aside.getFileName()),
        aside);
  }

  static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Path freeName(Path file, Instant now) {
    var name = ".damaged-" + TIME.format(now);
    var candidate = sibling(file, name);
    for (var i = 2; Files.exists(candidate) || Files.exists(sibling(candidate, "-wal")); i++) {
      candidate = sibling(file, name + "-" + i);
    }
    return candidate;
  }

  private static void moveIfPresent(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to);
    }
  }
}
