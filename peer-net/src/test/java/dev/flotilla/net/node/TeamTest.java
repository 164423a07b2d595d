package dev.flotilla.net.node;

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

  @AfterEach
  final void closeTeam() {
    team.close();
  }
}
