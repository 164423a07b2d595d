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
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoredDatabaseTest extends TeamTest {
  /// A copy is another file, so it never authors under the id of the original.
  @Test
  void aRestoredBackupGoesOnUnderANewId() throws Exception {
    var ann = describedByBen("before the backup");
    var ben = team.replica("ben", ann.id());
    var before = ben.replicaId();
    team.stop("ben");
    var database = folder.resolve("ben/workspaces").resolve(ann.id() + ".db");
    var backup = Files.copy(database, folder.resolve("backup"));
    team.start("ben");
    edit(team.replica("ben", ann.id()), describe("checkout", "after the backup"));
    awaitSameVector(ann, team.replica("ben", ann.id()));
    team.stop("ben");

    Files.delete(database);
    Files.copy(backup, database);
    var bensNode = Node.open(team.options("ben").withNetwork(false));
    edit(bensNode.replica(ann.id()).orElseThrow(), describe("checkout", "after the restore"));
    bensNode.close();
    team.start("ben");
    var restored = team.replica("ben", ann.id());

    awaitSameVector(ann, restored);
    assertThat(restored.replicaId()).isNotEqualTo(before);
    assertThat(restored.status().digest()).isEqualTo(ann.status().digest());
    assertThat(ann.workspace().conflicts()).hasSize(1);
    assertThat(ann.alarms()).isEmpty();
  }

  /// The file is the same one, only its content is older: the mark beside it tells at the start,
  /// before anything is edited.
  @Test
  void aDatabaseRestoredOverTheSameFileForksNothing() throws Exception {
    var ann = describedByBen("before the backup");
    var ben = team.replica("ben", ann.id());
    var before = ben.replicaId();
    team.stop("ben");
    var files = new WorkspaceFiles(folder.resolve("ben"), ann.id());
    var backup = files.image();
    team.start("ben");
    edit(team.replica("ben", ann.id()), describe("checkout", "after the backup"));
    awaitSameVector(ann, team.replica("ben", ann.id()));
    team.stop("ben");

    files.restoreDatabase(backup);
    try (var offline = Node.open(team.options("ben").withNetwork(false))) {
      var restored = offline.replica(ann.id()).orElseThrow();
      assertThat(restored.replicaId()).isNotEqualTo(before);
      assertThat(restored.status().alarms())
          .singleElement()
          .asString()
          .contains("older than what this machine wrote last");
      edit(restored, describe("checkout", "after the restore"));
    }
    team.start("ben");
    var restored = team.replica("ben", ann.id());

    awaitSameVector(ann, restored);
    assertThat(restored.status().digest()).isEqualTo(ann.status().digest());
    assertThat(ann.workspace().conflicts())
        .singleElement()
        .asString()
        .contains("after the backup")
        .contains("after the restore");
    assertThat(ann.alarms()).isEmpty();
    assertThat(restored.alarms()).singleElement().asString().contains("restored or rolled back");
  }

  /// Everything is older, as after rolling back a virtual machine: only the peers can tell.
  @Test
  void aRolledBackDatabaseGetsANewIdWhenPeersKnowMore() throws Exception {
    var ann = describedByBen("before the snapshot");
    var ben = team.replica("ben", ann.id());
    team.stop("ben");
    var files = new WorkspaceFiles(folder.resolve("ben"), ann.id());
    var snapshot = files.image();
    team.start("ben");
    edit(team.replica("ben", ann.id()), describe("checkout", "after the snapshot"));
    awaitSameVector(ann, team.replica("ben", ann.id()));
    team.stop("ben");

    files.rollBack(snapshot);
    team.start("ben");
    var rolledBack = team.replica("ben", ann.id());
    var before = ben.replicaId();
    awaitSameVector(ann, rolledBack);
    edit(rolledBack, describe("checkout", "after the rollback"));
    await(
        ann,
        "the edit after the rollback",
        w -> w.flag("checkout").orElseThrow().description().equals("after the rollback"));

    assertThat(rolledBack.replicaId()).isNotEqualTo(before);
    assertThat(rolledBack.alarms()).singleElement().asString().contains("restored or copied");
    assertThat(rolledBack.workspace()).isEqualTo(ann.workspace());
  }

  /// Two versions of one change exist then. Both stay, everywhere, and so does what builds on
  /// either of them.
  @Test
  void restoreOldBackupThenEditOffline() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"), CreateFlag.bool("cart"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ben, describe("checkout", "before the snapshot"));
    awaitSameVector(ann, ben);
    var before = ben.replicaId();
    team.stop("ben");
    var files = new WorkspaceFiles(folder.resolve("ben"), ann.id());
    var snapshot = files.image();
    team.start("ben");
    edit(team.replica("ben", ann.id()), describe("checkout", "one"), describe("cart", "one"));
    awaitSameVector(ann, team.replica("ben", ann.id()));
    edit(ann, describe("cart", "upon one"));
    team.stop("ben");

    files.rollBack(snapshot);
    var offline = Node.open(team.options("ben").withNetwork(false));
    var lonely = offline.replica(ann.id()).orElseThrow();
    edit(lonely, describe("checkout", "two"));
    edit(lonely, CreateFlag.bool("search"));
    offline.close();
    team.start("ben");
    var forked = team.replica("ben", ann.id());
    awaitSameVector(ann, forked);
    edit(forked, describe("search", "after the fork"));
    var cyd = join(ann, team.start("cyd"), Role.EDITOR);
    edit(ann, CreateFlag.bool("from-ann"));
    edit(cyd, CreateFlag.bool("from-cyd"));

    awaitSameVector(ann, forked, cyd);
    for (var replica : List.of(ann, forked, cyd)) {
      assertThat(replica.workspace()).isEqualTo(ann.workspace());
      assertThat(replica.status().digest()).isEqualTo(ann.status().digest());
      assertThat(replica.alarms()).anyMatch(alarm -> alarm.contains("two histories"));
      assertThat(replica.pending()).isZero();
    }
    assertThat(ann.workspace().conflicts())
        .singleElement()
        .asString()
        .contains("one")
        .contains("two");
    assertThat(ann.workspace().flag("cart").orElseThrow().description()).isEqualTo("upon one");
    assertThat(ann.workspace().flag("search").orElseThrow().description())
        .isEqualTo("after the fork");
    assertThat(forked.replicaId()).isNotEqualTo(before);
  }
}
