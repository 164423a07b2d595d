package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Role;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the members have confirmed is known across restarts.
class ConfirmationsTest {
  @TempDir private Path folder;

  @Test
  void whoStartsAgainAloneStillKnowsWhatTheOthersHaveOnTheirDisks() throws Exception {
    try (var team = new Team(folder)) {
      var ann = team.start("ann").createWorkspace("Atlas");
      var ben = Team.join(ann, team.start("ben"), Role.EDITOR);
      Team.edit(ben, Edit.CreateFlag.bool("from-ben"));
      Team.edit(ann, Edit.CreateFlag.bool("from-ann"));
      Team.awaitSameVector(ann, ben);
      awaitConfirmed(ann);
      team.stop("ben");
      var known = ann.stability().everywhere();
      team.stop("ann");

      var again = team.start("ann").replicas().getFirst();

      assertThat(again.stability().everywhere()).isEqualTo(known);
      assertThat(again.stability().having(again.workspace().vector())).isEqualTo(2);
    }
  }

  /// A backup says nothing of what others have: it may be restored long after.
  @Test
  void aBackupKnowsOfNoConfirmation() throws Exception {
    var backup = folder.resolve("backup.flotilla");
    try (var team = new Team(folder)) {
      var ann = team.start("ann").createWorkspace("Atlas");
      var ben = Team.join(ann, team.start("ben"), Role.EDITOR);
      Team.awaitSameVector(ann, ben);
      awaitConfirmed(ann);
      team.stop("ann");
      var again = team.start("ann").replicas().getFirst();
      again.backup(backup);

      var restored = team.start("cleo").restore(backup, false);

      assertThat(restored.stability().everywhere().isEmpty()).isTrue();
    }
  }

  private static void awaitConfirmed(Replica replica) throws Exception {
    var confirmed = new CompletableFuture<Boolean>();
    Runnable look =
        () -> {
          if (replica.stability().having(replica.workspace().vector()) == 2) {
            confirmed.complete(true);
          }
        };
    try (var _ = replica.onPeers(_ -> look.run());
        var _ = replica.onChange(_ -> look.run())) {
      look.run();
      confirmed.get(Team.SECONDS, TimeUnit.SECONDS);
    }
  }
}
