package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.testkit.Seeded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
  private static final int EDITS_MAX = 400;

  @TempDir private Path folder;

  /// A commit that was reported is in the write-ahead log, whatever becomes of the process.
  @Seeded(3)
  void everyEditThatWasReportedIsThereAfterAKill(long seed) throws Exception {
    var random = new Random(seed);
    var home = folder.resolve("home");

    var reported = new ArrayList<String>();
    for (var round = 0; round < 2; round++) {
      reported.addAll(editUntilKilled(home, "r" + round + "-", 1 + random.nextInt(EDITS_MAX)));
    }

    try (var node = Node.open(NodeOptions.of(home).withNetwork(false))) {
      var replica = node.replicas().getFirst();
      assertThat(replica.workspace().flags()).extracting(Flag::key).containsAll(reported);
      assertThat(replica.log(LogQuery.newest(Integer.MAX_VALUE)))
          .hasSize((int) replica.parts().writer().state().heads().seq(replica.replicaId()));
      Team.edit(replica, dev.flotilla.model.Edit.CreateFlag.bool("afterwards"));
    }
  }

  /// At any moment: while the database is made or opened, between a write and its commit, between a
  /// commit and its report. As far as a real process shows it; which write is cut where is up to
  /// the seed and the machine.
  @Seeded(3)
  void killAtEveryWriteBoundary(long seed) throws Exception {
    var random = new Random(seed);
    var home = folder.resolve("home");

    var reported = new ArrayList<String>();
    for (var round = 0; round < 2; round++) {
      reported.addAll(runUntilKilled(home, "k" + round + "-", random.nextInt(100, 1500)));
    }

    try (var node = Node.open(NodeOptions.of(home).withNetwork(false))) {
      for (var replica : node.replicas()) {
        assertThat(replica.alarms()).isEmpty();
        assertThat(replica.workspace().flags()).extracting(Flag::key).containsAll(reported);
        assertThat(replica.log(LogQuery.newest(Integer.MAX_VALUE)))
            .hasSize((int) replica.changes());
        Team.edit(replica, dev.flotilla.model.Edit.CreateFlag.bool("afterwards"));
      }
      assertThat(reported.isEmpty() || !node.replicas().isEmpty()).isTrue();
    }
  }

  /// Neither run ended well, so the mark beside the database is what tells: it is as new as the
  /// last edit that was reported.
  @Test
  void aDatabaseRestoredAfterAKillIsNoticedAtTheStart() throws Exception {
    var home = folder.resolve("home");
    var before = editUntilKilled(home, "before-", 20);
    WorkspaceId workspace;
    ReplicaId author;
    try (var node = Node.open(NodeOptions.of(home).withNetwork(false))) {
      workspace = node.replicas().getFirst().id();
      author = node.replicas().getFirst().replicaId();
    }
    var files = new WorkspaceFiles(home, workspace);
    var backup = files.image();
    editUntilKilled(home, "after-", 1);

    files.restoreDatabase(backup);

    try (var node = Node.open(NodeOptions.of(home).withNetwork(false))) {
      var replica = node.replica(workspace).orElseThrow();
      assertThat(replica.replicaId()).isNotEqualTo(author);
      assertThat(replica.alarms()).singleElement().asString().contains("older than what");
      assertThat(replica.workspace().flags()).extracting(Flag::key).containsAll(before);
    }
    try (var again = Node.open(NodeOptions.of(home).withNetwork(false))) {
      var replica = again.replica(workspace).orElseThrow();
      assertThat(replica.alarms()).singleElement().asString().contains("older than what");
      Team.edit(replica, dev.flotilla.model.Edit.CreateFlag.bool("afterwards"));
    }
  }

  private static List<String> runUntilKilled(Path home, String prefix, int millis)
      throws IOException, InterruptedException {
    var child = child(home, prefix).start();
    child.waitFor(millis, TimeUnit.MILLISECONDS); // it never ends by itself
    child.toHandle().destroyForcibly(); // unlike the process, the handle leaves the stream open
    var reported = new ArrayList<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(reported::add);
    }
    assertThat(child.waitFor(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
    return reported;
  }

  private static ProcessBuilder child(Path home, String prefix) {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EditingChild.class.getName(),
            home.toString(),
            prefix)
        .redirectError(Redirect.INHERIT);
  }

  private static List<String> editUntilKilled(Path home, String prefix, int count)
      throws IOException, InterruptedException {
    var child = child(home, prefix).start();
    var reported = new ArrayList<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        reported.add(line);
        if (reported.size() == count) {
          child
              .toHandle()
              .destroyForcibly(); // unlike the process, the handle leaves the stream open
        }
      }
    }
    assertThat(child.waitFor(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(reported).hasSizeGreaterThanOrEqualTo(count);
    return reported;
  }
}
