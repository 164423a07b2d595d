package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupTest extends TeamTest {
  private Path backup;

  @BeforeEach
  void nameBackup() {
    backup = folder.resolve("atlas.backup");
  }

  @Test
  void aRestoredWorkspaceHasEverythingAndANewReplicaId() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    edit(ben, CreateFlag.bool("checkout"));
    awaitSameVector(ann, ben);
    var before = ben.replicaId();
    ben.backup(backup);
    team.stop("ben");
    Files.delete(folder.resolve("ben/workspaces").resolve(ann.id() + ".db"));

    var restored = team.start("ben").restore(backup, false);
    edit(restored, describe("checkout", "after the restore"));

    awaitSameVector(ann, restored);
    assertThat(restored.replicaId()).isNotEqualTo(before);
    assertThat(restored.status().digest()).isEqualTo(ann.status().digest());
    assertThat(ann.alarms()).isEmpty();
  }

  /// They may be as large as the workspace, and nobody would ever ask for them.
  @Test
  void copiesOfBackupsThatAProgramLeftGoWhenItStartsAgain() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    team.stop("ann");
    var left = folder.resolve("ann/workspaces").resolve("looking-1f");
    var beside = left.resolveSibling("looking-1f-wal");
    Files.writeString(left, "half a copy");
    Files.writeString(beside, "what comes with it");

    var again = team.start("ann");

    assertThat(left).doesNotExist();
    assertThat(beside).doesNotExist();
    assertThat(again.replica(ann.id())).isPresent();
  }

  /// Nothing was rolled back: the workspace goes on as it was.
  @Test
  void lookingAtAnOlderBackupOfOnesOwnLeavesTheReplicaAlone() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    ann.backup(backup);
    edit(ann, CreateFlag.bool("later"));
    var before = ann.replicaId();

    assertThat(team.node("ann").look(backup, ann.workspace().vector()).news()).isEmpty();

    edit(ann, CreateFlag.bool("still"));
    assertThat(ann.alarms()).isEmpty();
    team.stop("ann");
    var again = team.start("ann").replica(ann.id()).orElseThrow();
    assertThat(again.replicaId()).isEqualTo(before);
    assertThat(again.alarms()).isEmpty();
    assertThat(again.workspace().flags()).hasSize(2);
  }

  @Test
  void aDeviceThatIsNoMemberReadsARestoredWorkspaceAndMayBeInvitedToIt() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    ann.backup(backup);
    edit(ann, CreateFlag.bool("search"));

    var eve = team.start("eve").restore(backup, false);
    assertThat(eve.workspace().flags()).hasSize(1);
    var joined = join(ann, team.node("eve"), Role.EDITOR);

    assertThat(joined).isSameAs(eve);
    assertThat(eve.workspace().flags()).hasSize(2);
  }

  @Test
  void aWorkspaceThatIsThereIsMergedOrStaysAsItIs() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    team.stop("ben");
    edit(ann, CreateFlag.bool("search"));
    ann.backup(backup);
    team.stop("ann");
    var bens = team.start("ben");

    assertThatThrownBy(() -> bens.restore(backup, false))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("has the workspace \"Atlas\" already");
    assertThat(bens.replica(ben.id()).orElseThrow().workspace().flags()).hasSize(1);

    var merged = bens.restore(backup, true);
    assertThat(merged.workspace().flags()).hasSize(2);
    assertThat(merged.replicaId()).isEqualTo(ben.replicaId());
    assertThat(folder.resolve("ben/workspaces/restoring")).doesNotExist();
  }

  @Test
  void aBackupCanBeLookedAtAndNothingOfItIsTakenOver() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    team.stop("ben");
    edit(ann, CreateFlag.bool("search"));
    ann.backup(backup);
    team.stop("ann");
    var bens = team.start("ben");
    var known = bens.replica(ben.id()).orElseThrow().workspace();

    var seen = bens.look(backup, known.vector());

    assertThat(seen.id()).isEqualTo(ben.id());
    assertThat(seen.workspace().flags()).hasSize(2);
    assertThat(seen.news())
        .singleElement()
        .satisfies(change -> assertThat(change.author()).isEqualTo(ann.replicaId()));
    assertThat(bens.replica(ben.id()).orElseThrow().workspace()).isEqualTo(known);
    try (var files = Files.list(folder.resolve("ben/workspaces"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("looking"));
    }
    Files.writeString(backup, "no backup");
    assertThatThrownBy(() -> bens.look(backup, known.vector()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("atlas.backup");
  }

  @Test
  void aBackupHoldsNoSecretsAndIsNeverOverwritten() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var secret = ann.invite(Role.EDITOR).secret();
    ann.backup(backup);

    var bytes = HexFormat.of().formatHex(Files.readAllBytes(backup));

    assertThat(bytes).doesNotContain(HexFormat.of().formatHex(secret.bytes()));
    assertThatThrownBy(() -> ann.backup(backup)).hasMessageContaining("exists already");
  }

  @Test
  void aBackupThatIsDamagedIsRefusedAndStaysAsItIs() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    ann.backup(backup);
    var damaged = Files.readAllBytes(backup);
    damaged[damaged.length - 700] ^= 1;
    System.arraycopy(new byte[4096], 0, damaged, 8192, 4096);
    Files.write(backup, damaged);
    var noDatabase =
        Files.write(folder.resolve("text"), "x".repeat(200).getBytes(StandardCharsets.UTF_8));
    var bens = team.start("ben");

    assertThatThrownBy(() -> bens.restore(backup, false)).hasMessageContaining("no sound backup");
    assertThatThrownBy(() -> bens.restore(noDatabase, false))
        .hasMessageContaining("no sound backup");
    assertThatThrownBy(() -> bens.restore(folder.resolve("nowhere"), false))
        .hasMessageContaining("Cannot read");

    assertThat(Files.readAllBytes(backup)).isEqualTo(damaged);
    assertThat(bens.replicas()).isEmpty();
    assertThat(folder.resolve("ben/workspaces")).isEmptyDirectory();
  }
}
