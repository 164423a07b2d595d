package dev.flotilla.net.node;

import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests with a [Team] begin and end with.
abstract class TeamTest {
  /// The homes are in it, by name.
  @TempDir Path folder;

  Team team;

  @BeforeEach
  final void openTeam() {
    team = new Team(folder);
  }

  /// A workspace of ann, with a flag that ben has described so; both have all of it.
  final Replica describedByBen(String description) throws Exception {
    var ann = team.start("ann").createWorkspace("Atlas");
    Team.edit(ann, CreateFlag.bool("checkout"));
    var ben = Team.join(ann, team.start("ben"), Role.EDITOR);
    Team.edit(ben, NodeJourneyTest.describe("checkout", description));
    Team.awaitSameVector(ann, ben);
    return ann;
  }

  @AfterEach
  final void closeTeam() {
    team.close();
  }
}
