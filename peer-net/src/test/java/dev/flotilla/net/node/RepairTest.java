package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.await;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairTest extends TeamTest {
  /// The same device comes back with nothing: everything is sent again, and what it writes then has
  /// a name that nobody has seen.
  @Test
  void peerAmnesia() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ben, CreateFlag.bool("checkout"));
    awaitSameVector(ann, ben);
    var before = ben.replicaId();
    team.stop("ben");
    Files.write(database("ben", ann), new byte[100_000]);

    team.start("ben");
    var repaired = team.replica("ben", ann.id());
    awaitSameVector(ann, repaired);
    edit(repaired, describe("checkout", "after the repair"));
    await(
        ann,
        "the edit after the repair",
        w -> w.flag("checkout").orElseThrow().description().equals("after the repair"));

    assertThat(repaired.replicaId()).isNotEqualTo(before);
    assertThat(repaired.workspace()).isEqualTo(ann.workspace());
    assertThat(repaired.alarms()).singleElement().asString().contains("damaged and is kept as");
    assertThat(ann.alarms()).isEmpty();
  }

  /// The file has its new name, and then the process is killed.
  @Test
  void anInterruptedRepairGoesOnAtTheNextStart() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var file = database("ann", ann);
    team.stop("ann");
    Files.move(file, file.resolveSibling(file.getFileName() + ".damaged-20260101-000000"));

    team.start("ann");

    assertThat(team.replica("ann", ann.id()).workspace().flag("checkout")).isPresent();
  }

  /// A repair that was killed leaves a draft. Nobody takes it for the workspace, and the next one
  /// begins anew.
  @Test
  void whatAnInterruptedRepairHadBuiltIsNotOpened() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var file = database("ann", ann);
    team.stop("ann");
    Files.move(file, file.resolveSibling(file.getFileName() + ".damaged-20260101-000000"));
    Files.write(file.resolveSibling("restoring"), new byte[5000]);
    Files.write(file.resolveSibling("restoring-wal"), new byte[5000]);

    team.start("ann");

    assertThat(team.replica("ann", ann.id()).workspace().flag("checkout")).isPresent();
    assertThat(file.resolveSibling("restoring")).doesNotExist();
    assertThat(file.resolveSibling("restoring-wal")).doesNotExist();
  }

  /// What waits for a change that cannot be read is nowhere but in the damaged file: nobody can
  /// send it again.
  @Test
  void unsentEditsBehindAnUnreadableChangeSurviveARestart() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    for (var i = 0; i < 5; i++) {
      edit(ben, CreateFlag.bool("sent-" + i));
    }
    awaitSameVector(ann, ben);
    team.stop("ben");
    try (var offline = Node.open(team.options("ben").withNetwork(false))) {
      for (var i = 0; i < 20; i++) {
        edit(offline.replica(ann.id()).orElseThrow(), CreateFlag.bool("unsent-" + i));
      }
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database("ben", ann));
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE change SET raw = zeroblob(9) WHERE id = (SELECT max(id) - 22 FROM change)");
    }
    Node.open(team.options("ben").withNetwork(false)).close();

    team.start("ben");
    awaitSameVector(ann, team.replica("ben", ann.id()));

    await(ann, "all flags", workspace -> workspace.flags().size() == 25);
  }

  /// Pages that cannot be read in the middle say nothing of those behind them.
  @Test
  void aLargeGapInADamagedLogDoesNotEndTheSalvage() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    for (var i = 0; i < 10; i++) {
      edit(ann, CreateFlag.bool("flag-" + i));
    }
    var file = database("ann", ann);
    team.stop("ann");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE change SET id = id + 20000 WHERE id > 5");
      statement.executeUpdate("UPDATE replica SET hash = zeroblob(32)");
    }

    team.start("ann");

    assertThat(team.replica("ann", ann.id()).workspace().flags()).hasSize(10);
  }

  /// What nobody else has yet is read out of the damaged file.
  @Test
  void unsentEditsSurviveADamagedDatabase() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    awaitSameVector(ann, ben);
    team.stop("ben");
    try (var offline = Node.open(team.options("ben").withNetwork(false))) {
      for (var i = 0; i < 50; i++) {
        edit(offline.replica(ann.id()).orElseThrow(), CreateFlag.bool("unsent-" + i));
      }
    }
    execute(database("ben", ann), "UPDATE replica SET hash = zeroblob(32)");

    team.start("ben");
    var repaired = team.replica("ben", ann.id());
    awaitSameVector(ann, repaired);

    assertThat(ann.workspace().flags()).hasSize(50);
    team.stop("ben");
    team.start("ben");
    assertThat(team.replica("ben", ann.id()).alarms())
        .singleElement()
        .asString()
        .contains("is kept as", "Delete it");
    assertThat(repaired.workspace()).isEqualTo(ann.workspace());
    assertThat(repaired.alarms()).singleElement().asString().contains("changes were saved");
  }

  /// What is left says that this device founded the workspace, and nothing of any other member.
  @Test
  void whoeverWasReachedLastIsTrustedIfNothingIsLeftOfTheMembers() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ben, CreateFlag.bool("checkout"));
    awaitSameVector(ann, ben);
    team.stop("ben");
    var bens = team.start("ben"); // ann dials nobody: it is ben who is remembered to have been met
    awaitSameVector(ann, team.replica("ben", ann.id()));
    team.stop("ann");
    execute(database("ann", ann), "UPDATE change SET raw = zeroblob(9) WHERE id > 1");

    team.start("ann", List.of(Team.address(bens)));
    var repaired = team.replica("ann", ann.id());
    awaitSameVector(team.replica("ben", ann.id()), repaired);

    assertThat(repaired.workspace().flags()).hasSize(1);
  }

  private Path database(String name, Replica workspace) {
    return folder.resolve(name).resolve("workspaces").resolve(workspace.id() + ".db");
  }

  private static void execute(Path database, String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
