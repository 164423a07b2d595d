package dev.flotilla.app.exchange;

import dev.flotilla.model.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps what was exported from one workspace, so that a file that comes back can be compared with
/// what it said when it left. In the home, by the id that the file carries: a copy of this
/// machine's exports, nobody else has it. Safe for use by many threads.
public final class ExportShelf {
  /// How many exports are kept; those that were asked for longest ago go first.
  static final int KEPT_MAX = 200;

  // What stands in a file is no path until it looks like one of ours.
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Path folder;
  private final InstantSource clock;

  ExportShelf(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// The shelf of a workspace in this home. Its folder is made when something is kept.
  public static ExportShelf of(Path home, WorkspaceId workspace) {
    return new ExportShelf(
        home.resolve("exports").resolve(workspace.toString()), InstantSource.system());
  }

  /// What was exported under this id; nothing if it was exported elsewhere, or long ago.
  public Optional<String> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    var file = file(id);
    try {
      var text = Files.readString(file);
      touch(file);
      return Optional.of(text);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Keeps what was exported under this id.
  public void keep(String id, String text) throws IOException {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id of an export: " + id);
    }
    Files.createDirectories(folder);
    var file = file(id);
    if (Files.exists(file)) {
      touch(file);
      return;
    }
    var draft = folder.resolve("." + id);
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
      touch(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    forgetOldest();
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  private void forgetOldest() throws IOException {
    record Kept(Path file, Instant asked) {}
    var all = new ArrayList<Kept>();
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      for (var file : files) {
        all.add(new Kept(file, Files.getLastModifiedTime(file).toInstant()));
      }
    }
    all.sort(Comparator.comparing(Kept::asked).reversed());
    List<Kept> tooOld = all.subList(Math.min(KEPT_MAX, all.size()), all.size());
    for (var kept : tooOld) {
      Files.deleteIfExists(kept.file());
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }
}
