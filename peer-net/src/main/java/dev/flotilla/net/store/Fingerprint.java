package dev.flotilla.net.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What tells a file from a copy of it: its number in the file system and when it was made, where
/// they are known, and on which machine. Renaming and moving within a file system change nothing of
/// that; copying, restoring and moving to another disk do. The number of the device is left out:
/// some file systems give it out anew with each start.
///
/// @param parts by name; one that cannot be known is not there
record Fingerprint(SortedMap<String, String> parts) {
  /// That of no file.
  static final Fingerprint NONE = new Fingerprint(new TreeMap<>());

  private static final String INODE = "inode";
  private static final String BORN = "created";
  private static final String MACHINE = "machine";
  private static final int MACHINE_BYTES = 8;
  private static final List<Path> MACHINE_IDS =
      List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

  static Fingerprint of(Path file) throws IOException {
    var parts = new TreeMap<String, String>();
    var views = file.getFileSystem().supportedFileAttributeViews();
    if (views.contains("unix")) {
      parts.put(INODE, Files.getAttribute(file, "unix:ino").toString());
    }
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    // Where no time of birth is kept, Java gives that of the last change instead.
    if (!views.contains("unix")
        || !attributes.creationTime().equals(attributes.lastModifiedTime())) {
      parts.put(BORN, String.valueOf(attributes.creationTime().toMillis()));
    }
    for (var id : MACHINE_IDS) {
      if (Files.isReadable(id)) {
        parts.putIfAbsent(MACHINE, hashed(Files.readString(id)));
      }
    }
    return new Fingerprint(parts);
  }

  /// Reads what [#toString] wrote, or an older program.
  static Fingerprint parse(String text) {
    var parts = new TreeMap<String, String>();
    for (var line : text.lines().toList()) {
      var space = line.indexOf(' ');
      if (space > 0) {
        parts.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return new Fingerprint(parts);
  }

  /// Whether something is known of both, and nothing of that differs.
  boolean fits(Fingerprint other) {
    var common = new TreeMap<>(parts);
    common.keySet().retainAll(other.parts.keySet());
    return !common.isEmpty() && other.parts.entrySet().containsAll(common.entrySet());
  }

  /// The id is not for others to see.
  private static String hashed(String machine) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("flotilla-machine-v1".getBytes(StandardCharsets.US_ASCII));
      var hash = digest.digest(machine.strip().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, MACHINE_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// A line for each part: its name and value.
  @Override
  public String toString() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + " " + part.getValue())
        .collect(Collectors.joining("\n"));
  }
}
