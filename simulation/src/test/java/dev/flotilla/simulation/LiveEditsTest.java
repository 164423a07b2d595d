package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import org.junit.jupiter.api.Test;

/// What a long backfill holds up.
class LiveEditsTest {
  private static final int BACKLOG = 4_000;
  private static final long SLOW_BYTES_PER_SECOND = 20_000;

  /// Machine 0 writes while it is alone; machine 2, whose line is slow, hears of it only through
  /// machine 1, which sends it thousands of changes at that time.
  @Test
  void aLiveEditOvertakesABackfill() {
    try (var stage = Stage.settled(3, 1)) {
      stage.machine(2).stop();
      stage.world().air().partition(1, true);
      silence(stage);
      stage.edit(0, Edit.CreateFlag.bool("live"));
      for (var i = 0; i < BACKLOG; i++) {
        stage.edit(1, Edit.CreateFlag.bool("backlog-" + i));
      }
      stage.world().air().slow(2, SLOW_BYTES_PER_SECOND);
      stage.machine(2).start();
      while (stage.engine(2).workspace().flags().isEmpty()) {
        stage.pass(100);
      }

      stage.world().air().partition(1, false);
      while (!has(stage, 1)) {
        stage.pass(10);
      }
      var since = stage.now();
      while (!has(stage, 2)) {
        stage.pass(10);
      }

      assertThat(stage.now() - since).isLessThan(5_000);
      assertThat(stage.engine(2).workspace().flags()).hasSizeLessThan(BACKLOG);
    }
  }

  private static void silence(Stage stage) {
    stage.world().air().silence(0, 2, true);
    stage.world().air().silence(2, 0, true);
  }

  private static boolean has(Stage stage, int machine) {
    return stage.engine(machine).workspace().flag("live").isPresent();
  }
}
