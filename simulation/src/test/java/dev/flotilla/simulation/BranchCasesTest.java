package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.testkit.Seeded;
import java.util.Optional;

/// Disks that were copied or rolled back: their authors say two things, and both count.
class BranchCasesTest {
  private static final long SECOND = 1_000;
  private static final int CLONE = 3;

  /// Machine 1 and its clone edit on the two sides of a partition, and go on when they have met the
  /// others.
  @Seeded(10)
  void twoMachinesSameProfileBothEdit(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      stage.edit(1, Edit.CreateFlag.bool("before"));
      stage.awaitConverged();
      stage.happen(new Happening.Clone(stage.now(), 1, CLONE, SECOND));
      stage.pass(SECOND);
      stage.edit(1, Edit.CreateFlag.bool("of-one"), describe("before", "one"));
      stage.edit(CLONE, Edit.CreateFlag.bool("of-two"), describe("before", "two"));
      stage.awaitConverged();
      stage.edit(1, Edit.CreateFlag.bool("later-of-one"));
      stage.edit(CLONE, Edit.CreateFlag.bool("later-of-two"));
      stage.awaitConverged();

      assertThat(stage.engine(2).workspace().flags())
          .extracting(Flag::key)
          .contains("of-one", "of-two", "later-of-one", "later-of-two");
      assertThat(stage.engine(2).workspace().conflicts()).hasSize(1);
      assertThat(stage.engine(1).replicaId()).isNotEqualTo(stage.engine(CLONE).replicaId());
      assertThat(stage.world().ledger().forks()).isOne();
      assertAlarmed(stage, "two histories");
    }
  }

  @Seeded(10)
  void restoreOldBackupThenEditOffline(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      var then = stage.now() + 1;
      var back = then + 10 * SECOND;
      stage.happen(new Happening.RollBack(back, 1, then, SECOND));
      stage.pass(SECOND);
      stage.edit(1, Edit.CreateFlag.bool("seen-by-others"));
      stage.awaitConverged();
      stage.edit(0, describe("seen-by-others", "upon it"));
      stage.pass(back - stage.now());
      stage.happen(
          new Happening.Silence(stage.now(), 1, 0, 5 * SECOND),
          new Happening.Silence(stage.now(), 0, 1, 5 * SECOND),
          new Happening.Silence(stage.now(), 1, 2, 5 * SECOND),
          new Happening.Silence(stage.now(), 2, 1, 5 * SECOND));
      stage.pass(2 * SECOND);
      assertThat(stage.engine(1).workspace().flag("seen-by-others")).isEmpty();
      stage.edit(1, Edit.CreateFlag.bool("offline"));
      stage.edit(1, Edit.CreateFlag.bool("offline-too"));
      stage.awaitConverged();

      assertThat(stage.engine(1).workspace().flags())
          .extracting(Flag::key)
          .containsExactlyInAnyOrder("seen-by-others", "offline", "offline-too");
      assertThat(stage.world().ledger().forks()).isOne();
      assertAlarmed(stage, "two histories");
    }
  }

  /// Both branches have as many changes and operations, so vectors are equal where states are not.
  @Seeded(10)
  void hiddenForkWithEqualVectorsIsDetected(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      stage.edit(1, Edit.CreateFlag.bool("before"));
      stage.awaitConverged();
      stage.happen(new Happening.Clone(stage.now(), 1, CLONE, SECOND));
      stage.happen(new Happening.Partition(stage.now(), 2, 10 * SECOND));
      stage.pass(2 * SECOND);
      stage.edit(1, describe("before", "one"));
      stage.edit(CLONE, describe("before", "two"));
      stage.pass(5 * SECOND);
      assertThat(stage.engine(0).workspace().vector())
          .isEqualTo(stage.engine(2).workspace().vector());
      assertThat(stage.engine(0).heads()).isNotEqualTo(stage.engine(2).heads());

      stage.awaitConverged();

      assertThat(stage.engine(0).workspace().conflicts()).hasSize(1);
      assertAlarmed(stage, "two histories");
    }
  }

  private static void assertAlarmed(Stage stage, String words) {
    for (var machine : stage.world().machines()) {
      assertThat(machine.running().alarms()).anyMatch(alarm -> alarm.contains(words));
    }
  }

  private static Edit describe(String flag, String text) {
    return new Edit.SetField(
        EntityId.flag(flag), FieldNames.DESCRIPTION, Value.of(text), Optional.empty());
  }
}
