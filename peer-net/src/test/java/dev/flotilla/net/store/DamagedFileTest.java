package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.MemoryLog;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.store.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {
  private static final StoreIdentity IDENTITY =
      new StoreIdentity(
          MemoryLog.foundedBy(TestDevice.named("Ann")),
          new ReplicaId(1, 1),
          Optional.of(TestDevice.named("Ben").key().deviceId()));

  @TempDir private Path folder;
  private final StoreFiles files = new StoreFiles(InstantSource.system(), new Random(1));
  private Path file;

  @BeforeEach
  void create() throws Exception {
    file = folder.resolve("workspace.db");
    files.create(file, IDENTITY).close();
  }

  /// Its log was moved already when the process died. Without it, what is left looks like an older
  /// database that was closed in peace, and would author under numbers that were used.
  @Test
  void aMoveThatWasInterruptedIsFinishedBeforeAnythingIsOpened() throws Exception {
    var name = "workspace.db.damaged-20261121-120000";
    Files.writeString(folder.resolve(name + "-wal"), "the log");
    Files.writeString(folder.resolve("workspace.db.moving"), name);

    assertThatThrownBy(() -> files.open(file))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.aside()).contains(folder.resolve(name)));

    assertThat(file).doesNotExist();
    assertThat(folder.resolve(name)).exists();
    assertThat(folder.resolve(name + "-wal")).hasContent("the log");
    assertThat(folder.resolve("workspace.db.moving")).doesNotExist();
  }

  /// It was moved to its end, and another database has the name by now.
  @Test
  void aMarkOfAMoveThatWasFinishedMeansNothing() throws Exception {
    Files.writeString(folder.resolve("workspace.db.moving"), "workspace.db.damaged-1");
    Files.delete(file);

    files.create(file, IDENTITY).close();
    files.open(file).close();

    assertThat(folder.resolve("workspace.db.moving")).doesNotExist();
  }

  /// Closing moves what is in the write-ahead log into the file, which may find no room, and says
  /// nothing then.
  @Test
  void aDraftWhoseLogIsLeftDoesNotGetTheName() throws Exception {
    var draft = folder.resolve("restoring");
    files.draft(draft, IDENTITY).close();
    Files.writeString(folder.resolve("restoring-wal"), "what did not fit");
    Files.delete(file);

    assertThatThrownBy(() -> StoreFiles.adopt(draft, file))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISK_FULL));
    assertThat(file).doesNotExist();

    Files.delete(folder.resolve("restoring-wal"));
    StoreFiles.adopt(draft, file);
    files.open(file).close();
  }

  @Test
  void anArchiveThatIsDamagedGoesAsideWithItsDatabase() throws Exception {
    try (var archive = Archive.writing(file)) {
      var changes = new TreeMap<Long, byte[]>();
      changes.put(1L, new byte[100]);
      archive.add(changes);
      assertThat(archive.find(1)).contains(new byte[100]);
      assertThat(archive.find(2)).isEmpty();
    }
    Files.write(Archive.beside(file), new byte[8192]);

    assertThatThrownBy(() -> files.open(file))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DAMAGED));

    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .allMatch(name -> name.startsWith("workspace.db.damaged-") || name.endsWith("-high"))
          .anyMatch(name -> name.endsWith("-archive"));
    }
  }

  @Test
  void changesLieTogetherInBlocksAndComeOutAsTheyWere() throws Exception {
    var random = new Random(7);
    var changes = new TreeMap<Long, byte[]>();
    for (var row = 1L; row <= 500; row++) {
      var raw = new byte[random.nextInt(200, row % 100 == 0 ? 256 << 10 : 3000)];
      random.nextBytes(raw);
      changes.put(row * 3, raw);
    }

    try (var archive = Archive.writing(file)) {
      archive.add(changes);
      archive.add(changes);
    }

    try (var archive = Archive.reading(file)) {
      for (var change : changes.entrySet()) {
        assertThat(archive.find(change.getKey())).contains(change.getValue());
      }
      assertThat(archive.count()).isEqualTo(500);
      assertThat(archive.damage()).isEmpty();
    }
  }
}
