package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
  private static final long LARGE_BYTES = 40L << 20;

  @TempDir private Path folder;

  @Test
  void aLargeDatabaseIsReadWholeOnlyAfterAnUncleanStop() throws Exception {
    var file = folder.resolve("workspace.db");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(LARGE_BYTES);
    }

    assertThat(FileCheck.isDue(file, FileCheck.wasClosed(file))).isFalse();

    Files.createFile(folder.resolve("workspace.db-wal")); // SQLite removes it when it closes
    assertThat(FileCheck.isDue(file, FileCheck.wasClosed(file))).isTrue();
  }

  @Test
  void aSmallOneIsAlwaysReadWhole() throws Exception {
    var file = Files.createFile(folder.resolve("workspace.db"));

    assertThat(FileCheck.isDue(file, FileCheck.wasClosed(file))).isTrue();
  }
}
