package dev.flotilla.net.node;

import static dev.flotilla.net.node.NodeJourneyTest.describe;
import static dev.flotilla.net.node.Team.awaitSameVector;
import static dev.flotilla.net.node.Team.edit;
import static dev.flotilla.net.node.Team.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import dev.flotilla.net.PeerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignDeviceTest {
  @TempDir private Path folder;

  /// Eve has a copy of Ben's database, but not his key.
  @Test
  void aStolenDatabaseGetsNothingNewAndGivesNothing() throws Exception {
    try (var team = new Team(folder)) {
      var ann = team.start("ann").createWorkspace("Atlas");
      var ben = join(ann, team.start("ben"), Role.EDITOR);
      awaitSameVector(ann, ben);
      team.stop("ben");
      Node.open(team.options("eve").withNetwork(false)).close();
      var file = ann.id() + ".db";
      Files.copy(
          folder.resolve("ben/workspaces").resolve(file),
          folder.resolve("eve/workspaces").resolve(file));

      team.start("eve");
      var eve = team.replica("eve", ann.id());
      awaitRefusal(eve);
      edit(ann, CreateFlag.bool("secret"));
      awaitRefusal(eve);
      var outcome = eve.submit(List.of(CreateFlag.bool("intruder"), describe("intruder", "x")), "");

      assertThat(outcome.get(Team.SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(EditOutcome.Refused.class);
      assertThat(eve.workspace().flag("secret")).isEmpty();
      assertThat(ann.workspace().flags()).hasSize(1);
      assertThat(ann.workspace().members()).hasSize(2);
    }
  }

  private static void awaitRefusal(Replica replica) throws Exception {
    var refused = new CompletableFuture<Boolean>();
    try (var _ =
        replica.onPeers(peers -> {
          if (peers.stream().anyMatch(peer -> peer.state() == PeerState.REFUSED)) {
            refused.complete(true);
          }
        })) {
      if (replica.peers().stream().noneMatch(peer -> peer.state() == PeerState.REFUSED)) {
        assertThat(refused.get(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
