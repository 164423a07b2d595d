package dev.flotilla.net.node;

import static dev.flotilla.net.node.Team.await;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.Resolve;
import dev.flotilla.model.Edit.SetField;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Member;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.model.Value;
import dev.flotilla.net.pairing.Invitation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NodeJourneyTest extends TeamTest {
  @Test
  void foundsAWorkspaceWithItsOwnerAndItsEnvironments() throws Exception {
    var node = team.start("ann");

    var ann = node.createWorkspace("Atlas", List.of("development", "production"));

    assertThat(ann.workspace().name()).isEqualTo("Atlas");
    assertThat(ann.workspace().environments())
        .extracting(Environment::name)
        .containsExactly("development", "production");
    assertThat(ann.workspace().members()).extracting(Member::role).containsExactly(Role.OWNER);
    assertThat(ann.workspace().id()).contains(ann.id());
    assertThat(ann.status().alarms()).isEmpty();
  }

  /// The greeting of a connection refuses joiners of emoji and names of more than 256 bytes: with
  /// such a name, a device could never greet anybody.
  @Test
  void aDeviceWithALongOrJoinedNameSyncs() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var joined = "\uD83D\uDC68\u200D\uD83D\uDCBB";
    var name = "Ben " + joined + "x".repeat(300);
    try (var node = Node.open(team.options("ben").withDeviceName(name))) {
      assertThat(node.deviceName()).startsWith("Ben").doesNotContain("\u200D").hasSizeLessThan(256);

      var ben = join(ann, node, Role.EDITOR);

      awaitSameVector(ann, ben);
    }
  }

  @Test
  void anInvitationTakesAsMuchOfALongNameAsItCan() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas " + "x".repeat(400));

    var invitation = ann.invite(Role.EDITOR);

    assertThat(invitation.workspaceName()).hasSize(256).startsWith("Atlas x");
    assertThat(Invitation.parse(invitation.text())).isInstanceOf(Invitation.Parsed.Valid.class);
  }

  @Test
  void tellsOfWorkspacesThatAreCreatedOrJoinedUntilNobodyListens() throws Exception {
    var annHeard = new CopyOnWriteArrayList<Integer>();
    var benHeard = new CopyOnWriteArrayList<Integer>();
    var ann = team.start("ann");
    var ben = team.start("ben");
    var annListens = ann.onReplicas(() -> annHeard.add(ann.replicas().size()));
    var _ = ben.onReplicas(() -> benHeard.add(ben.replicas().size()));

    var atlas = ann.createWorkspace("Atlas");
    join(atlas, ben, Role.EDITOR);
    annListens.close();
    ann.createWorkspace("Borealis");

    assertThat(annHeard).containsExactly(1);
    assertThat(benHeard).containsExactly(1);
  }

  @Test
  void foundsNothingUnderAnUnusableName() throws Exception {
    var node = team.start("ann");

    assertThatThrownBy(() -> node.createWorkspace("Atlas", List.of("not a name")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> node.createWorkspace("  "))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(node.replicas()).isEmpty();
    assertThat(folder.resolve("ann/workspaces")).isEmptyDirectory();
  }

  @Test
  void aSecondDeviceJoinsAndBothSeeEachOthersEdits() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));

    var ben = join(ann, team.start("ben"), Role.EDITOR);

    assertThat(ben.workspace().flag("checkout")).isPresent();
    edit(ben, CreateFlag.bool("search"));
    await(ann, "Ben's flag", w -> w.flag("search").isPresent());
    edit(ann, describe("search", "Full text"));
    await(ben, "Ann's text", w -> w.flag("search").orElseThrow().description().equals("Full text"));
    assertThat(ben.status().digest()).isEqualTo(ann.status().digest());
  }

  @Test
  void editsMadeApartConflictTheSameWayOnBothAndOneResolvesThem() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    awaitSameVector(ann, ben);

    team.stop("ben");
    edit(ann, describe("checkout", "Ann's words"));
    var offline = Node.open(team.options("ben").withNetwork(false));
    edit(offline.replica(ann.id()).orElseThrow(), describe("checkout", "Ben's words"));
    offline.close();
    team.start("ben");
    var benAgain = team.replica("ben", ann.id());
    awaitSameVector(ann, benAgain);

    assertThat(ann.workspace().conflicts()).hasSize(1);
    assertThat(benAgain.workspace().conflicts()).isEqualTo(ann.workspace().conflicts());
    assertThat(benAgain.workspace().flag("checkout")).isEqualTo(ann.workspace().flag("checkout"));
    assertThat(ann.workspace().conflicts().getFirst()).isInstanceOf(Conflict.WriteWrite.class);

    edit(
        benAgain,
        new Resolve(benAgain.workspace().conflicts().getFirst().id(), new Choice.Pick(1)));
    await(ann, "no conflict", w -> w.conflicts().isEmpty());
    assertThat(benAgain.status().conflicts()).isEmpty();
    assertThat(benAgain.status().digest()).isEqualTo(ann.status().digest());
  }

  @Test
  void aThirdDevicePassesOnWhatItGot() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var bensNode = team.start("ben");
    var ben = join(ann, bensNode, Role.ADMIN);

    // Cyd knows Ben's address only, and Ann never hears where Cyd is.
    var cyd = join(ben, team.start("cyd", List.of(Team.address(bensNode))), Role.EDITOR);
    edit(cyd, CreateFlag.bool("from-cyd"));
    edit(ann, CreateFlag.bool("from-ann"));

    await(ann, "Cyd's flag", w -> w.flag("from-cyd").isPresent());
    await(cyd, "Ann's flag", w -> w.flag("from-ann").isPresent());
    awaitSameVector(ann, ben, cyd);
    assertThat(ann.status().digest()).isEqualTo(cyd.status().digest());
  }

  @Test
  void anInvitationLetsInOneDeviceOnly() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    var invitation = ann.invite(Role.EDITOR);
    team.start("ben").join(invitation).get(Team.SECONDS, TimeUnit.SECONDS);

    var eve = team.start("eve");
    var outcome = eve.join(invitation).get(Team.SECONDS, TimeUnit.SECONDS);

    assertThat(outcome).isInstanceOf(JoinOutcome.Refused.class);
    assertThat(eve.replicas()).isEmpty();
    assertThat(ann.workspace().members()).hasSize(2);
  }

  @Test
  void aViewerReadsAndCannotEdit() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var ben = join(ann, team.start("ben"), Role.VIEWER);

    var outcome =
        ben.submit(List.of(describe("checkout", "x")), "").get(Team.SECONDS, TimeUnit.SECONDS);

    assertThat(ben.workspace().flag("checkout")).isPresent();
    assertThat(outcome).isInstanceOf(EditOutcome.Refused.class);
    assertThat(ben.log(LogQuery.newest(100))).hasSameSizeAs(ann.log(LogQuery.newest(100)));
  }

  @Test
  void theLogTellsWhoDidWhatNewestFirst() throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    edit(ann, CreateFlag.bool("checkout"));
    var ben = join(ann, team.start("ben"), Role.EDITOR);
    ben.submit(List.of(describe("checkout", "New")), "Words matter")
        .get(Team.SECONDS, TimeUnit.SECONDS);
    awaitSameVector(ann, ben);

    var newest = ann.log(LogQuery.newest(1)).getFirst();
    var about = ann.log(LogQuery.newest(10).about(EntityId.flag("checkout")));

    assertThat(newest.deviceName()).isEqualTo("ben");
    assertThat(newest.message()).isEqualTo("Words matter");
    assertThat(newest.operations()).hasOnlyElementsOfType(Operation.Write.class);
    assertThat(newest.past()).isEqualTo(ann.workspace().vector());
    assertThat(about).hasSize(2);
    assertThat(ann.log(LogQuery.newest(10).by(ben.replicaId()))).hasSize(2);
    assertThat(ann.log(LogQuery.newest(10).after(1))).doesNotContain(newest);
  }

  static SetField describe(String flag, String text) {
    return new SetField(
        EntityId.flag(flag), FieldNames.DESCRIPTION, Value.of(text), Optional.empty());
  }
}
