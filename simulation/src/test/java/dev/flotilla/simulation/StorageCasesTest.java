package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Edit;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a machine still has when it comes back, and what others make of it.
class StorageCasesTest {
  private static final long SECONDS = 1_000;

  @TempDir private Path folder;

  /// The others have the change; the author must have it too when it wakes, or it would write
  /// another one with the same number.
  @Test
  void powerLossAfterBroadcastNeverReusesSeq() {
    broadcastAndLosePower(Plant.NONE);
  }

  /// The same with a disk that reports commits too early.
  @Test
  void powerLossReusesSeqIfCommitsAreNotSynced() {
    assertThatThrownBy(() -> broadcastAndLosePower(Plant.COMMITS_WITHOUT_SYNC))
        .isInstanceOf(Violation.class)
        .hasMessageContaining("uses the number 1 of")
        .hasMessageContaining("again for something else");
  }

  private static void broadcastAndLosePower(Plant plant) {
    try (var stage = Stage.of(Terms.of(3).with(plant), 28)) {
      stage.awaitConverged();
      stage.machine(1).disk().settle();
      stage.edit(1, Edit.CreateFlag.bool("broadcast"));
      stage.awaitConverged();

      stage.happen(
          new Happening.Partition(stage.now(), 1, 10 * SECONDS),
          new Happening.Silence(stage.now(), 1, 2, 10 * SECONDS),
          new Happening.Silence(stage.now(), 2, 1, 10 * SECONDS),
          new Happening.PowerLoss(stage.now(), 1, SECONDS));
      stage.pass(2 * SECONDS);
      stage.edit(1, Edit.CreateFlag.bool("afterwards"));
      stage.pass(10 * SECONDS);
      stage.awaitConverged();

      assertThat(stage.engine(0).workspace().flags()).hasSize(2);
      assertThat(stage.engine(0).alarms()).isEmpty();
    }
  }

  /// Whatever a machine was writing when it went down: it comes back with all of a transaction or
  /// nothing of it, takes over the rest again, and nobody takes that for a fork.
  @Test
  void killAtEveryWriteBoundary() {
    for (var writes = 0; dieAt(writes, Stage.of(Terms.of(2), 58)); writes++) {
      assertThat(writes).isLessThan(100);
    }
  }

  @Test
  void killAtEveryWriteBoundaryOfRealFiles() {
    for (var writes = 0;
        dieAt(writes, Stage.onRealFiles(Terms.of(2), 58, folder.resolve(Integer.toString(writes))));
        writes++) {
      assertThat(writes).isLessThan(100);
    }
  }

  @Test
  void falseForkNeverRaised() {
    for (var writes = 0; writes < 8; writes++) {
      try (var stage = Stage.of(Terms.of(3).with(Weather.RUDE), writes)) {
        for (var round = 0; round < 5; round++) {
          stage.machine(1).dieWriting(writes, 50);
          stage.machine(round % 3).edit(Chance.stream(round));
          stage.pass(2 * SECONDS);
        }
        stage.calm();

        stage
            .world()
            .machines()
            .forEach(machine -> assertThat(machine.running().alarms()).isEmpty());
      }
    }
  }

  /// @return whether the machine died before all was done
  private static boolean dieAt(int writes, Stage stage) {
    try (stage) {
      stage.awaitConverged();
      stage.machine(1).dieWriting(writes, 100);
      stage.edit(0, Edit.CreateFlag.bool("received"));
      stage.pass(SECONDS);
      stage.machine(1).edit(Chance.stream(writes));
      stage.pass(SECONDS);
      var died = stage.machine(1).life() > 1;
      stage.calm();

      assertThat(stage.engine(1).workspace().flag("received")).isPresent();
      assertThat(stage.engine(0).alarms()).isEmpty();
      assertThat(stage.engine(1).alarms()).isEmpty();
      return died;
    }
  }
}
