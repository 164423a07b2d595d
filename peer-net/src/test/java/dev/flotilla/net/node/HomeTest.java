package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.net.PeerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
  @TempDir private Path folder;

  @Test
  void isHeldByOneNodeOnly() throws Exception {
    try (var _ = Node.open(offline())) {
      assertThatThrownBy(() -> Node.open(offline()))
          .isInstanceOf(HomeException.class)
          .hasMessageContaining("in use by another Flotilla");
    }

    Node.open(offline()).close();
  }

  /// POSIX drops a process's lock as soon as it closes any descriptor of the file, so a second
  /// attempt in the same process must not even open it.
  @Test
  void isStillLockedForOtherProcessesAfterASecondAttemptInThisOne() throws Exception {
    try (var _ = Node.open(offline())) {
      assertThatThrownBy(() -> Node.open(offline())).isInstanceOf(HomeException.class);

      assertThat(outputOfOtherProcess()).contains("in use by another Flotilla");
    }
  }

  private String outputOfOtherProcess() throws Exception {
    var output = folder.resolve("output");
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EditingChild.class.getName(),
                folder.resolve("home").toString(),
                "other")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    var ended = child.waitFor(Team.SECONDS, TimeUnit.SECONDS);
    child.destroyForcibly().waitFor();
    assertThat(ended).as("the other process gave up").isTrue();
    return Files.readString(output);
  }

  @ParameterizedTest
  @CsvSource({
    "nfs4, /srv/home, true",
    "cifs, /mnt/team, true",
    "smb3, /mnt/team, true",
    "fuse.sshfs, /mnt/host, true",
    "9p, /mnt/c, true",
    "ntfs, \\\\server\\team, true",
    "ntfs, C:\\Users\\ann, false",
    "ext4, /home/ann, false",
    "apfs, /Users/ann, false",
    "tmpfs, /tmp, false",
    "btrfs, /home/ann, false"
  })
  void isNeverOnANetworkShare(String type, String path, boolean share) {
    assertThat(Home.isShare(type, path)).isEqualTo(share);
  }

  @Test
  void belongsToItsOwnerOnly() throws Exception {
    Node.open(offline()).close();

    var home = folder.resolve("home");
    assertThat(home).isDirectory();
    // Elsewhere there is no such mode to compare.
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void cannotBeAFile() throws Exception {
    Files.writeString(folder.resolve("home"), "not a folder");

    assertThatThrownBy(() -> Node.open(offline()))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("home");
  }

  @Test
  void keepsADamagedDatabaseAsideAndGoesOnWithWhatCanBeRead() throws Exception {
    var database = createDatabase();
    var bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8192, (byte) 0x5a);
    Files.write(database, bytes);

    try (var node = Node.open(offline())) {
      var repaired = node.replicas().getFirst();
      assertThat(repaired.workspace().name()).isEqualTo("Atlas");
      assertThat(repaired.alarms()).singleElement().asString().contains("is kept as");
    }

    assertThat(kept())
        .singleElement()
        .satisfies(aside -> assertThat(aside).hasBinaryContent(bytes));
  }

  @Test
  void keepsAFileAsideThatIsNoDatabase() throws Exception {
    var database = createDatabase();
    for (var i = 0; i < 2; i++) {
      Files.writeString(database, "This is a shopping list. ".repeat(100));
      assertThatThrownBy(() -> Node.open(offline()))
          .isInstanceOf(HomeException.class)
          .hasMessageContaining("no database");
    }

    assertThat(kept()).hasSize(2);
  }

  @Test
  void leavesADatabaseOfANewerProgramAsItIs() throws Exception {
    var database = createDatabase();
    execute(database, "PRAGMA user_version=7");
    var before = Files.readAllBytes(database);

    assertThatThrownBy(() -> Node.open(offline()))
        .isInstanceOf(HomeException.class)
        .hasMessageEndingWith(
            "was written by a newer Flotilla (schema 7, this program knows up to 3). Update"
                + " Flotilla.");

    assertThat(database).hasBinaryContent(before);
    assertThat(database.resolveSibling(database.getFileName() + "-wal")).doesNotExist();
  }

  @Test
  void leavesADatabaseOfAnotherProgramAsItIs() throws Exception {
    var database = createDatabase();
    execute(database, "PRAGMA application_id=1234");

    assertThatThrownBy(() -> Node.open(offline()))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("another program");

    assertThat(database).exists();
  }

  @Test
  void remembersAddressesThatPeopleTyped() throws Exception {
    var address = new PeerAddress("127.0.0.1", 4711);
    try (var node = Node.open(offline())) {
      node.addPeer(address);
    }

    assertThat(PeerFile.open(folder.resolve("home")).manual()).containsExactly(address);
  }

  @Test
  void removesADatabaseWhoseWorkspaceWasNeverFounded() throws Exception {
    Files.createDirectories(folder.resolve("home/workspaces"));
    var database = folder.resolve("home/workspaces/00112233445566778899aabbccddeeff.db");
    Files.createFile(database);

    try (var node = Node.open(offline())) {
      assertThat(node.replicas()).isEmpty();
    }

    assertThat(database).doesNotExist();
  }

  private NodeOptions offline() {
    return NodeOptions.of(folder.resolve("home")).withNetwork(false).withDeviceName("ann");
  }

  private Path createDatabase() throws Exception {
    try (var node = Node.open(offline())) {
      var replica = node.createWorkspace("Atlas");
      for (var i = 0; i < 50; i++) {
        Team.edit(replica, CreateFlag.bool("flag" + i));
      }
      return folder.resolve("home/workspaces").resolve(replica.id() + ".db");
    }
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(folder.resolve("home/workspaces"))) {
      return files.filter(file -> file.toString().matches(".*\\.db\\.damaged-[-0-9]+")).toList();
    }
  }

  private static void execute(Path database, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
