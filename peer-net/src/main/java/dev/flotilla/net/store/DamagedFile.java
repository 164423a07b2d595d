package dev.flotilla.net.store;

import dev.flotilla.net.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Keeps a broken database aside, with its log files and its archive, so that nothing is lost and
/// nothing stands in the way of joining again.
public final class DamagedFile {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /// What belongs to a database besides its own file, [HighWater] aside.
  private static final List<String> COMPANIONS =
      List.of("-wal", "-shm", "-archive", "-archive-journal");

  /// Says where to while a database is being moved: without its log it would be an older one.
  private static final String MARKER = ".moving";

  private DamagedFile() {}

  /// Renames `file` to `<name>.damaged-<time>`; never over an existing file.
  ///
  /// @return what to throw: says where the file is now
  static StoreException keepAside(Path file, Instant now, String reason) {
    return keepAside(file, freeName(file, now), reason);
  }

  /// The file itself comes last: as long as it is there, nobody makes another one that a log of
  /// this one would be applied to, and whoever was interrupted can go on ([#interrupted]).
  private static StoreException keepAside(Path file, Path aside, String reason) {
    try {
      Files.writeString(sibling(file, MARKER), aside.getFileName().toString());
      for (var companion : COMPANIONS) {
        moveIfPresent(sibling(file, companion), sibling(aside, companion));
      }
      Files.move(file, aside);
      Files.delete(sibling(file, MARKER));
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

  /// Finishes keeping a database aside if that was interrupted.
  ///
  /// @return what to throw then
  static Optional<StoreException> interrupted(Path file) throws IOException {
    var marker = sibling(file, MARKER);
    if (!Files.exists(marker)) {
      return Optional.empty();
    }
    var name = Files.readString(marker);
    if (!name.startsWith(file.getFileName() + ".damaged-") || !Files.exists(file)) {
      Files.delete(marker);
      return Optional.empty();
    }
    return Optional.of(keepAside(file, file.resolveSibling(name), "an earlier start found so"));
  }

  /// Whether a file is a database that was kept aside, and not what belongs to one.
  public static boolean isDatabase(String name) {
    return name.contains(".damaged-") && COMPANIONS.stream().noneMatch(name::endsWith);
  }

  static void deleteWithCompanions(Path file) throws IOException {
    for (var companion : COMPANIONS) {
      Files.deleteIfExists(sibling(file, companion));
    }
    Files.deleteIfExists(file);
  }

  static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static Path freeName(Path file, Instant now) {
    var name = ".damaged-" + TIME.format(now);
    var candidate = sibling(file, name);
    for (var i = 2; isTaken(candidate); i++) {
      candidate = sibling(file, name + "-" + i);
    }
    return candidate;
  }

  private static boolean isTaken(Path aside) {
    return Files.exists(aside)
        || COMPANIONS.stream().anyMatch(companion -> Files.exists(sibling(aside, companion)));
  }

  private static void moveIfPresent(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to);
    }
  }
}
