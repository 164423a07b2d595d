package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Plan;
import dev.flotilla.model.PlanSize;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Seeded;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Imports cut long lists of edits into changes by what the edits take at most. An edit that takes
/// more would be refused in the middle of an import.
class PlannedSizesTest {
  private static final int STEPS = 120;
  private static final int SEEDS = 20;

  @Seeded(20)
  void noEditTakesMoreThanWasForetold(long seed) {
    var random = new SplittableRandom(seed);
    var fleet = new Fleet(2);
    for (int step = 0; step < STEPS; step++) {
      int replica = random.nextInt(2);
      var before = fleet.workspace(replica);
      var edit = RandomEdits.any(before, random);
      var foretold = EditPlanner.sizeAtMost(before, edit);
      if (fleet.tryEdit(replica, edit) instanceof Plan.Accepted(var operations)) {
        var bytes = new CanonicalWriter();
        OperationCodec.encode(bytes, Fleet.id(replica), operations);

        assertThat(operations.size()).as("%s", edit).isLessThanOrEqualTo(foretold.operations());
        assertThat(bytes.toBytes().length).as("%s", edit).isLessThanOrEqualTo(foretold.bytes());
      }
      if (random.nextInt(5) == 0) {
        fleet.sync(replica, 1 - replica);
      }
    }
  }

  /// Guards the test above against histories without anything to resolve.
  @Test
  void randomEditsResolveConflicts() {
    var kinds = new HashSet<Class<?>>();
    for (long seed = 0; seed < SEEDS; seed++) {
      var random = new SplittableRandom(seed);
      var now = Histories.any(seed).workspace(0);
      for (int n = 0; n < STEPS; n++) {
        if (RandomEdits.any(now, random) instanceof Edit.Resolve) {
          now.conflicts().forEach(conflict -> kinds.add(conflict.getClass()));
        }
      }
    }

    assertThat(kinds).contains(Conflict.WriteWrite.class, Conflict.DeleteUpdate.class);
  }

  @Test
  void aThirdValueCountsWithItsOwnSize() {
    var fleet = new Fleet(2);
    var flag = EntityId.flag("checkout");
    fleet.edit(0, Edit.CreateFlag.bool("checkout"));
    fleet.syncAll();
    fleet.edit(0, new Edit.SetField(flag, FieldNames.DESCRIPTION, Value.of("one")));
    fleet.edit(1, new Edit.SetField(flag, FieldNames.DESCRIPTION, Value.of("two")));
    fleet.syncAll();
    var now = fleet.workspace(0);
    var id = now.conflicts().getFirst().id();

    var pick = EditPlanner.sizeAtMost(now, new Edit.Resolve(id, new Choice.Pick(0)));
    var third =
        EditPlanner.sizeAtMost(
            now, new Edit.Resolve(id, new Choice.Put(Value.of("x".repeat(1000)))));

    assertThat(third.bytes()).isGreaterThan(pick.bytes() + 900);
    assertThat(EditPlanner.sizeAtMost(now, new Edit.Resolve("00000000", new Choice.Pick(0))))
        .isEqualTo(PlanSize.NONE);
  }

  /// Whoever decides between moves undoes the others of them, which are edits of other entities.
  @Test
  void choicesBetweenMovesTakeNoMoreThanWasForetold() {
    var fleet = new Fleet(2);
    for (var folder : List.of("a", "b", "c")) {
      fleet.edit(0, new Edit.CreateFolder(folder, folder, Optional.empty()));
    }
    fleet.edit(0, Edit.CreateFlag.bool("x"), Edit.CreateFlag.bool("y"));
    fleet.syncAll();
    fleet.edit(
        0,
        new Edit.MoveFolder("a", Optional.of("b")),
        new Edit.MoveFolder("c", Optional.of("a")),
        new Edit.Require("x", "y", "on"),
        Edit.putInto("x", Optional.of("a")));
    fleet.edit(
        1,
        new Edit.MoveFolder("b", Optional.of("a")),
        new Edit.MoveFolder("c", Optional.of("b")),
        new Edit.Require("y", "x", "on"),
        Edit.putInto("x", Optional.of("b")));
    fleet.syncAll();
    var now = fleet.workspace(0);

    assertThat(now.conflicts())
        .extracting(Conflict::getClass)
        .containsExactlyInAnyOrder(
            Conflict.FolderCycle.class,
            Conflict.MovedFolder.class,
            Conflict.PrerequisiteCycle.class,
            Conflict.WriteWrite.class);
    for (var conflict : now.conflicts()) {
      for (int at = 0; at < conflict.alternatives().size(); at++) {
        takesNoMore(now, new Edit.Resolve(conflict.id(), new Choice.Pick(at)));
      }
      if (conflict instanceof Conflict.WriteWrite) {
        takesNoMore(now, new Edit.Resolve(conflict.id(), new Choice.Put(Value.of("c"))));
      }
    }
  }

  private static void takesNoMore(Workspace now, Edit edit) {
    var foretold = EditPlanner.sizeAtMost(now, edit);
    var plan = EditPlanner.plan(now, List.of(edit), NextDots.of(now, Fleet.id(0)));
    assertThat(plan).as("%s", edit).isInstanceOf(Plan.Accepted.class);
    var operations = ((Plan.Accepted) plan).operations();
    var bytes = new CanonicalWriter();
    OperationCodec.encode(bytes, Fleet.id(0), operations);

    assertThat(operations.size()).as("%s", edit).isLessThanOrEqualTo(foretold.operations());
    assertThat(bytes.toBytes().length).as("%s", edit).isLessThanOrEqualTo(foretold.bytes());
  }
}
