package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.testkit.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite checks the structure of a file, not what is in its blobs, and large files are not checked
/// at all after a clean stop. So damage may show only while a workspace is loaded, as an exception
/// of whoever decodes it, or not at all.
class DamageTest {
  private static final int HEADER_BYTES = 100;

  @TempDir private static Path folder;
  private static Path database = Path.of("");
  private static byte[] sound = {};
  private static byte[] digest = {};

  @BeforeAll
  static void createDatabase() throws Exception {
    try (var node = Node.open(offline())) {
      var replica = node.createWorkspace("Atlas");
      for (var i = 0; i < 10; i++) {
        var edits = new ArrayList<Edit>();
        for (var j = 0; j < 20; j++) {
          edits.add(CreateFlag.bool("flag" + i + "-" + j).withDescription("Number " + j));
        }
        Team.edit(replica, edits.toArray(new Edit[0]));
      }
      digest = replica.workspace().digest();
      database = folder.resolve("home/workspaces").resolve(replica.id() + ".db");
    }
    sound = Files.readAllBytes(database);
  }

  @AfterEach
  void removeWhatWasKept() throws IOException {
    for (var file : kept()) {
      Files.delete(file);
    }
  }

  @Seeded(40)
  void randomBytesAnywhereAreHarmlessOrMakeTheFileKeptAside(long seed) throws Exception {
    var random = new Random(seed);
    var noise = new byte[4096];
    random.nextBytes(noise);
    var damaged = sound.clone();
    var offset = random.nextInt(HEADER_BYTES, sound.length - noise.length);
    System.arraycopy(noise, 0, damaged, offset, noise.length);

    opensIntactOrIsKeptAside(damaged);
  }

  @Seeded(60)
  void aFlippedBitAnywhereIsHarmlessOrMakesTheFileKeptAside(long seed) throws Exception {
    var random = new Random(seed);
    var damaged = sound.clone();
    damaged[random.nextInt(HEADER_BYTES, sound.length)] ^= (byte) (1 << random.nextInt(8));

    opensIntactOrIsKeptAside(damaged);
  }

  @Test
  void aWrongStateIsBuiltAgainFromTheLog() throws Exception {
    Files.write(database, sound);
    execute(
        "UPDATE entity SET packed = CAST(X'00' || substr(packed, 2) AS BLOB) WHERE packed IS NOT"
            + " NULL");

    opensIntact();

    execute("UPDATE meta SET v = X'0102030405' WHERE k = 'state.roster'");
    opensIntact();
  }

  @Test
  void aChangeThatDiffersFromItsHashMakesTheFileKeptAside() throws Exception {
    Files.write(database, sound);
    execute("UPDATE change SET raw = CAST(substr(raw, 1, 200) || X'00' AS BLOB) WHERE id = 4");

    opensIntactOrIsKeptAside(Files.readAllBytes(database));

    assertThat(kept()).hasSize(1);
  }

  /// What is damaged is kept aside, and the workspace goes on with what could be read of it; or, if
  /// that is nothing, waits to be joined again.
  private static void opensIntactOrIsKeptAside(byte[] content) throws Exception {
    Files.write(database, content);
    try (var node = Node.open(offline())) {
      if (kept().isEmpty()) {
        isIntact(node.replicas().getFirst());
      } else {
        var repaired = node.replicas().getFirst();
        assertThat(repaired.alarms()).singleElement().asString().contains("is kept as");
        assertThat(repaired.workspace().flags()).hasSizeLessThanOrEqualTo(200);
      }
    } catch (HomeException e) {
      assertThat(e).hasMessageContaining("is damaged").hasMessageContaining("It was kept as");
      assertThat(database).doesNotExist();
      assertThat(kept()).isNotEmpty();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("replica-"));
    Home.open(folder.resolve("home")).close();
  }

  private static void opensIntact() throws HomeException {
    try (var node = Node.open(offline())) {
      isIntact(node.replicas().getFirst());
    }
  }

  private static void isIntact(Replica replica) {
    assertThat(replica.workspace().flags()).hasSize(200);
    assertThat(Arrays.equals(replica.workspace().digest(), digest)).isTrue();
    assertThat(replica.log(LogQuery.newest(100))).hasSize(12);
  }

  private static List<Path> kept() throws IOException {
    try (var files = Files.list(folder.resolve("home/workspaces"))) {
      return files.filter(file -> file.toString().contains(".damaged-")).toList();
    }
  }

  private static NodeOptions offline() {
    return NodeOptions.of(folder.resolve("home")).withNetwork(false).withDeviceName("ann");
  }

  private static void execute(String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
