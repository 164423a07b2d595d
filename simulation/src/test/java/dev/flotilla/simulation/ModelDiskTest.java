package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.testkit.Seeded;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The model of a disk is only worth something if it does what the real one does.
class ModelDiskTest {
  @TempDir private Path folder;

  /// The same days on both: every frame that is ever sent depends on what the stores answer, so one
  /// different answer gives another hash.
  @Seeded(6)
  void theSameTraceOnTheModelAndOnSqliteIsTheSameToTheBit(long seed) {
    var model = Scenarios.random(Terms.of(3), seed, 10);
    var real = new Scenario(model.terms().withSqlite(), seed, model.millis(), model.happenings());

    assertThat(Simulator.play(real, folder)).isEqualTo(Simulator.play(model));
  }

  /// Every examination folds the log of a machine and compares; here the machines load what SQLite
  /// kept, over and over.
  @Seeded(4)
  void replayFromLogEqualsIncrementalState(long seed) {
    var scenario = Scenarios.random(Terms.of(3).withSqlite(), 1_000 + seed, 15);

    assertThat(Simulator.play(scenario, folder).changes()).isPositive();
  }
}
