package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaMetricsTest {
  @TempDir private Path folder;

  @Test
  void bothSidesMeasureWhatTheyDo() throws Exception {
    try (var team = new Team(folder)) {
      var anns = team.start("ann").createWorkspace("Atlas");
      var bens = Team.join(anns, team.start("ben"), Role.EDITOR);
      Team.edit(anns, CreateFlag.bool("dark"));
      Team.await(bens, "the flag", now -> now.flag("dark").isPresent());
      Team.awaitSameVector(anns, bens);

      var mine = anns.metrics();
      var theirs = bens.metrics();

      assertThat(mine.editsDone()).isOne();
      assertThat(mine.localEdit().maxMicros()).isPositive();
      assertThat(mine.commit().count()).isEqualTo(mine.transactions()).isPositive();
      assertThat(mine.sentInAll().wireBytes()).isPositive();
      assertThat(theirs.changesTaken()).isPositive();
      assertThat(theirs.arrivalToVisible().count()).isPositive();
      assertThat(theirs.authorToVisible().count()).isPositive();
      assertThat(theirs.receivedInAll().frames()).isPositive();
      assertThat(mine.received())
          .as("though read before its workspace was known")
          .containsKey("Hello");
      assertThat(theirs.received()).containsKey("Hello");
      assertThat(theirs.peers()).hasSize(1);
      assertThat(theirs.conflictRate()).isZero();
      assertThat(theirs.syncSuccess()).isEqualTo(1);
    }
  }
}
