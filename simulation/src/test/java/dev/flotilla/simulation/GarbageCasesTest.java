package dev.flotilla.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.DeleteEntity;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Deleted entities are left to the log once every member has confirmed to know of them. Nobody may
/// notice, whoever comes back with whatever.
class GarbageCasesTest {
  private static final long SECOND = 1_000;
  private static final int NEWCOMER = 3;

  /// A message type of the protocol: a part of a snapshot.
  private static final int SNAPSHOT_CHUNK = 16;

  /// Who confirms a deletion may have written in what is deleted before, and the others may not
  /// have that yet.
  @Seeded(5)
  void ackBeforeAckersOwnChangesIsNotCounted(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      stage.edit(0, CreateFlag.bool("checkout").withDescription("Pays"));
      stage.awaitConverged();
      stage.happen(new Happening.Partition(stage.now(), 1, 5 * SECOND));
      stage.edit(0, delete("checkout"));
      stage.edit(1, describe("checkout", "Pays too"));
      stage.pass(4 * SECOND);

      while (!stage.world().isConverged()) {
        stage.pass(1);
        clean(stage);
      }
      stage.awaitConverged();

      assertThat(flag(stage, 0, "checkout").description()).isEqualTo("Pays too");
    }
  }

  /// Everybody knows that it is deleted, and somebody creates it again while others clean up.
  @Test
  void gcRacesWithReinsert() {
    for (var millis = 0; millis < 40; millis += 2) {
      try (var stage = Stage.settled(3, millis)) {
        stage.edit(0, CreateFlag.bool("checkout").withDescription("Pays"), tag("checkout", "old"));
        stage.edit(0, delete("checkout"));
        stage.awaitConverged();
        stage.pass(SECOND);
        stage.edit(1, CreateFlag.bool("checkout").withDescription("Pays again"));

        stage.pass(millis);
        clean(stage);
        stage.awaitConverged();

        assertThat(flag(stage, 0, "checkout").description()).isEqualTo("Pays again");
        assertThat(flag(stage, 2, "checkout").tags()).isEmpty();
      }
    }
  }

  /// A newcomer looks at a snapshot while its log is still on the way. It has confirmed nothing, so
  /// nothing is cleaned up meanwhile, and all of it afterwards.
  @Test
  void gcDuringSnapshotStream() {
    try (var stage = Stage.settled(3, 38)) {
      for (var part = 0; part < 6; part++) {
        stage.edit(0, flags(part));
      }
      stage.edit(0, delete("flag-0-0"));
      stage.awaitConverged();
      stage.world().admit(stage.machine(0), NEWCOMER).start();
      stage.happen(new Happening.Slow(stage.now(), NEWCOMER, 10_000, 60 * SECOND));
      var shown = false;
      for (var number = 1; !stage.world().isConverged(); number++) {
        stage.pass(SECOND / 10);
        if (number < 10) {
          stage.edit(1, delete("flag-1-" + number));
        }
        shown |= stage.engine(NEWCOMER).loading().isPresent();
        var confirmed = !stage.engine(NEWCOMER).workspace().flags().isEmpty();
        var cleaned = clean(stage);
        assertThat(confirmed || cleaned == 0).as("cleaned up what a newcomer lacks").isTrue();
      }
      assertThat(stage.world().traffic().framesOf(SNAPSHOT_CHUNK)).isPositive();
      assertThat(shown).isTrue();

      stage.awaitConverged();
      stage.pass(60 * SECOND);

      clean(stage);
      stage.awaitConverged();
      for (var machine : stage.world().machines()) {
        var now = machine.running().workspace();
        assertThat(now.disposable(now.vector())).isEmpty();
      }
      assertThat(stage.engine(NEWCOMER).alarms()).isEmpty();
      assertThat(stage.engine(NEWCOMER).workspace().flag("flag-1-1")).isEmpty();
    }
  }

  /// There is no retiring here: who is away keeps everything in place. But who comes back with an
  /// older disk has confirmed what it no longer knows.
  @Seeded(5)
  void retiredMemberReturnsAfterPrune(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      var back = deletedAndCleaned(stage);
      returning(stage, back);
      stage.edit(2, describe("touched", "Mine"));
      stage.edit(2, describe("kept", "Mine"));

      stage.awaitConverged();
      clean(stage);
      stage.awaitConverged();

      for (var machine = 0; machine < 3; machine++) {
        assertThat(stage.engine(machine).workspace().flags())
            .extracting(Flag::key)
            .containsExactlyInAnyOrder("touched", "kept");
        assertThat(flag(stage, machine, "touched").description()).isEqualTo("Mine");
        assertThat(flag(stage, machine, "touched").tags()).containsExactly("old");
        assertThat(flag(stage, machine, "kept").description()).isEqualTo("Mine");
      }
      assertThat(stage.world().ledger().forks()).isZero();
    }
  }

  /// Where logs are cut off at a checkpoint, a branch that begins before it has to be void. Here
  /// the log stays whole, so what counts is the other half of the name: it is the same everywhere.
  /// The branch is kept, and what was cleaned up comes back where the branch wrote in it.
  @Seeded(5)
  void forkBelowCheckpointIsVoidEverywhere(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      stage.edit(2, CreateFlag.bool("mine"));
      var back = deletedAndCleaned(stage);
      stage.edit(2, CreateFlag.bool("seen-by-others"));
      stage.awaitConverged();
      stage.pass(SECOND);
      clean(stage);
      returning(stage, back);
      assertThat(stage.engine(2).workspace().flag("seen-by-others")).isEmpty();
      stage.edit(2, describe("touched", "Mine"));

      stage.awaitConverged();
      clean(stage);
      stage.awaitConverged();

      assertThat(stage.world().ledger().forks()).isOne();
      for (var machine = 0; machine < 3; machine++) {
        assertThat(stage.engine(machine).workspace().flags())
            .extracting(Flag::key)
            .containsExactlyInAnyOrder("mine", "touched", "kept", "seen-by-others");
        assertThat(flag(stage, machine, "touched").tags()).containsExactly("old");
      }
    }
  }

  /// One machine lets somebody in while another one, which does not know yet, cleans up.
  @Seeded(5)
  void inviteConcurrentWithCheckpoint(long seed) {
    try (var stage = Stage.settled(3, seed)) {
      stage.edit(0, CreateFlag.bool("checkout").withDescription("Pays"), tag("checkout", "old"));
      stage.edit(0, delete("checkout"));
      stage.awaitConverged();
      stage.pass(SECOND);
      stage.happen(new Happening.Partition(stage.now(), 1, 20 * SECOND));
      stage.world().admit(stage.machine(1), NEWCOMER).start();
      stage.engine(0).clean();
      stage.pass(10 * SECOND);
      assertThat(stage.engine(NEWCOMER).heads()).isEqualTo(stage.engine(1).heads());
      stage.edit(NEWCOMER, CreateFlag.bool("checkout").withDescription("Pays again"));

      stage.awaitConverged();
      clean(stage);
      stage.awaitConverged();

      assertThat(flag(stage, 0, "checkout").description()).isEqualTo("Pays again");
      assertThat(flag(stage, NEWCOMER, "checkout").tags()).isEmpty();
    }
  }

  /// Three flags; one is deleted and one is deleted after somebody tagged it, and both are cleaned
  /// up everywhere. Machine 2 will get its disk back as it was before that.
  ///
  /// @return when
  private static long deletedAndCleaned(Stage stage) {
    stage.edit(
        0,
        CreateFlag.bool("gone").withDescription("Pays"),
        CreateFlag.bool("touched").withDescription("Pays"),
        tag("touched", "old"),
        CreateFlag.bool("kept"));
    stage.awaitConverged();
    var then = stage.now() + 1;
    var back = then + 20 * SECOND;
    stage.happen(new Happening.RollBack(back, 2, then, SECOND));
    stage.pass(10);
    stage.edit(0, delete("gone"), delete("touched"));
    stage.awaitConverged();
    stage.pass(SECOND);
    assertThat(clean(stage)).as("machines that could clean up").isEqualTo(3);
    return back;
  }

  /// Machine 2 comes back, and nobody can reach it for a while.
  private static void returning(Stage stage, long back) {
    stage.pass(back - stage.now());
    stage.happen(new Happening.Partition(stage.now(), 2, 5 * SECOND));
    stage.pass(2 * SECOND);
    assertThat(stage.engine(2).workspace().flag("gone")).isPresent();
  }

  /// @return at how many machines something was cleaned up
  private static int clean(Stage stage) {
    var cleaned = 0;
    for (var machine : stage.world().machines()) {
      if (machine.isUp()) {
        Workspace before = machine.running().workspace();
        machine.running().clean();
        var now = machine.running().workspace();
        stage.world().ledger().cleaned(machine, before, now);
        cleaned += now.equals(before) ? 0 : 1;
      }
    }
    return cleaned;
  }

  private static Edit[] flags(int part) {
    List<Edit> edits = new ArrayList<>();
    for (var i = 0; i < 400; i++) {
      edits.add(CreateFlag.bool("flag-%d-%d".formatted(part, i)).withDescription("Pays"));
    }
    return edits.toArray(new Edit[0]);
  }

  private static Flag flag(Stage stage, int machine, String key) {
    return stage.engine(machine).workspace().flag(key).orElseThrow();
  }

  private static Edit delete(String flag) {
    return new DeleteEntity(EntityId.flag(flag));
  }

  private static Edit tag(String flag, String tag) {
    return Edit.tag(flag, tag);
  }

  private static Edit describe(String flag, String text) {
    return new Edit.SetField(
        EntityId.flag(flag), FieldNames.DESCRIPTION, Value.of(text), Optional.empty());
  }
}
