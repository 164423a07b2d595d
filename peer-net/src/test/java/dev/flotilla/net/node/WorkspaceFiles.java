package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The files of one workspace in a home, to be kept and put back as people and machines do.
record WorkspaceFiles(Path home, WorkspaceId workspace) {
  private static final String MARK = "-high";

  Path database() {
    return file("");
  }

  private Path file(String suffix) {
    return home.resolve("workspaces").resolve(workspace + ".db" + suffix);
  }

  /// What all of them hold now.
  Map<String, byte[]> image() throws IOException {
    var image = new HashMap<String, byte[]>();
    for (var suffix : new String[] {"", "-wal", MARK}) {
      if (Files.exists(file(suffix))) {
        image.put(suffix, Files.readAllBytes(file(suffix)));
      }
    }
    return image;
  }

  /// Puts an older database over the newer one, as somebody does who has a backup: the file stays
  /// the same one.
  void restoreDatabase(Map<String, byte[]> image) throws IOException {
    var before = Files.getAttribute(database(), "unix:ino");
    Files.deleteIfExists(file("-shm"));
    Files.deleteIfExists(file("-wal"));
    for (var part : image.entrySet()) {
      if (!part.getKey().equals(MARK)) {
        Files.write(file(part.getKey()), part.getValue());
      }
    }
    assertThat(Files.getAttribute(database(), "unix:ino")).isEqualTo(before);
  }

  /// Puts everything back, as a virtual machine does: nothing on this machine tells.
  void rollBack(Map<String, byte[]> image) throws IOException {
    restoreDatabase(image);
    if (image.containsKey(MARK)) {
      Files.write(file(MARK), image.get(MARK));
    } else {
      Files.deleteIfExists(file(MARK));
    }
  }
}
